package org.ictograph.dataset;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What predictions for a data set are scored against: its clips under the names that its label files give them, with what
 * is true.
 *
 * @param title of the profile
 * @param version of the program that wrote the data set
 * @param folded true where each part is tested in turn
 * @param labelNumbers the labels by the numbers that the layout writes, where it writes any
 */
public record TestSheet(
        String profile,
        String title,
        String version,
        Kind kind,
        boolean folded,
        SortedMap<Integer, String> labelNumbers,
        List<TestClip> clips) {
    /** What is predicted. */
    public enum Kind {
        /** Whether a clip shows a seizure. */
        CLIPS,
        /** Labels in time within each clip. */
        SEGMENTS,
        /** Whether a seizure follows. */
        WINDOWS,
        /** Whether a clip is ictal; what lies between the onsets of a seizure is neither, so it is not tested. */
        ONSETS
    }

    /**
     * One clip.
     *
     * @param id as label files and predictions call it
     * @param file path inside the data set
     */
    public record TestClip(
            String id, String file, String part, ClipPlace place, ClipTruth truth, ClipSource source, double seconds) {}

    public TestSheet {
        labelNumbers = new TreeMap<>(labelNumbers);
        clips = List.copyOf(clips);
    }

    static TestSheet of(Manifest manifest, Layout layout) {
        Profile profile = manifest.profile();
        Kind kind =
                switch (profile.sampling()) {
                    case CONSECUTIVE -> Kind.CLIPS;
                    case AROUND_UNITS -> Kind.SEGMENTS;
                    case BEFORE_SEIZURES -> Kind.WINDOWS;
                    case AROUND_ONSETS -> Kind.ONSETS;
                };
        return new TestSheet(
                profile.id(),
                profile.title(),
                manifest.maker().version(),
                kind,
                profile.split().folded(),
                layout.labelNumbers(manifest),
                manifest.clips().stream()
                        .map(clip -> new TestClip(
                                layout.clipId(clip.file()),
                                clip.file(),
                                clip.part(),
                                clip.place(),
                                clip.truth(),
                                clip.source(),
                                profile.clip().seconds()))
                        .toList());
    }

    /** The parts that are tested, in the order of their names, numbers as such. */
    public List<String> testedParts() {
        return clips.stream()
                .map(TestClip::part)
                .distinct()
                .filter(part -> folded || part.equals("test") || part.equals("testing"))
                .sorted(TestSheet::compare)
                .toList();
    }

    private static int compare(String a, String b) {
        return a.length() == b.length() ? a.compareTo(b) : Integer.compare(a.length(), b.length());
    }

    /** The clips that are tested, by part and then by file. */
    public List<TestClip> tested() {
        return testedParts().stream()
                .flatMap(part -> clips.stream().filter(clip -> clip.part().equals(part)))
                .filter(TestSheet::decided)
                .toList();
    }

    private static boolean decided(TestClip clip) {
        Onsets onsets = clip.truth().onsets();
        return onsets == null || onsets.probability() == 0 || onsets.probability() == 1;
    }

    /** The clips that a model that is tested on a part may have learned from. */
    public List<TestClip> learned(String part) {
        return clips.stream()
                .filter(clip -> folded
                        ? !clip.part().equals(part)
                        : clip.part().equals("train") || clip.part().equals("training"))
                .filter(TestSheet::decided)
                .toList();
    }

    /** As sentences call a part. */
    public String told(String part) {
        return (folded ? "fold " : "part ") + part;
    }
}
