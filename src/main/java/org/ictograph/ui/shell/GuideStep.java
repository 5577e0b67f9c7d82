package org.ictograph.ui.shell;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.ictograph.model.Cage;
import org.ictograph.model.Study;
import org.ictograph.settings.Command;

/**
 * A step of a guide.
 *
 * @param name last part of the message keys that speak of it
 * @param front the workspace that it is about
 * @param drawing true where cages can be drawn meanwhile
 * @param targets selectors of what it points at; the first that is shown counts
 * @param keys commands whose keys its text names, in the order of its arguments
 * @param progress how far the study is with it
 * @param lacks whether a recording with these cages lacks something of it
 */
record GuideStep(
        String name,
        Workspace front,
        boolean drawing,
        List<String> targets,
        List<Command> keys,
        Function<Study, Progress> progress,
        Predicate<List<Cage>> lacks) {
    /**
     * How much is there of what a step asks for.
     *
     * @param wanted 0 when the step asks for nothing that can be counted
     */
    record Progress(int there, int wanted) {
        static final Progress NONE = new Progress(0, 0);

        boolean complete() {
            return wanted > 0 && there >= wanted;
        }
    }

    GuideStep {
        targets = List.copyOf(targets);
        keys = List.copyOf(keys);
    }

    /** A step that only shows something: a control, or the way to its workspace while that is hidden. */
    static GuideStep showing(String name, Workspace front, String target, Command... keys) {
        List<String> targets = List.of(target, "#rail-" + front.key());
        return new GuideStep(name, front, false, targets, List.of(keys), study -> Progress.NONE, cages -> false);
    }
}
