package org.ictograph.exchange;

import java.util.OptionalDouble;
import org.ictograph.model.Certainty;
import org.ictograph.model.Layer;
import org.ictograph.model.Visibility;

/**
 * One mark as a foreign file tells it, not fitted to any study.
 *
 * @param place where in the file, for sentences, for example {@code Line 12}
 * @param start when it begins
 * @param end when it ends; the same as the start for something that happens at one moment
 * @param label as the file calls it
 * @param remarks what is said about it besides
 * @param score how sure a model is of it, the higher, the surer; empty for what a person says
 */
public record ForeignMark(
        String place,
        Whose whose,
        ForeignTime start,
        ForeignTime end,
        String label,
        Remarks remarks,
        OptionalDouble score) {
    /** What a person says. */
    public ForeignMark(String place, Whose whose, ForeignTime start, ForeignTime end, String label, Remarks remarks) {
        this(place, whose, start, end, label, remarks, OptionalDouble.empty());
    }

    /**
     * Who is seen and who looked; each empty when the file does not say.
     *
     * @param cage number of the cage
     * @param subject name of the animal
     */
    public record Whose(String cage, String subject, String observer) {
        public static final Whose UNKNOWN = new Whose("", "", "");

        public static Whose subject(String subject) {
            return new Whose("", subject, "");
        }
    }

    /** @param stage empty when none is given */
    public record Remarks(Layer layer, String stage, Certainty certainty, Visibility visibility, String note) {
        public static final Remarks NONE = note("");

        public static Remarks note(String note) {
            return of("", note);
        }

        public static Remarks of(String stage, String note) {
            return new Remarks(Layer.RATING, stage, Certainty.CERTAIN, Visibility.FULL, note);
        }
    }

    /** True for something that happens at one moment. */
    public boolean point() {
        return start.equals(end);
    }
}
