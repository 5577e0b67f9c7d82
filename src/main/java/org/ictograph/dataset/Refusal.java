package org.ictograph.dataset;

/**
 * Something that does not become part of the data set.
 *
 * @param what recording, cage and time
 * @param why a sentence for the user
 */
public record Refusal(String what, Reason reason, String why) {
    /** The kinds of reasons, for counting; the text is how counts are shown. */
    public enum Reason {
        SAME_VIDEO("video already in another recording"),
        SAME_PICTURES("pictures of another recording"),
        NO_CAGE("recording without cages"),
        NO_SUBJECT("cage without an animal"),
        BOX_OUTSIDE("cage box outside the picture"),
        INCOMPLETE("incomplete last window"),
        FILE_MISSING("video file missing"),
        GAP("gap in the recording"),
        BLANK("a frame shows nothing"),
        NO_ROOM("no room for a whole clip"),
        NOT_REVIEWED("not reviewed"),
        DISPUTED("disagreement not settled"),
        UNCLEAR("nobody can tell"),
        MOTION_UNKNOWN("motion not measured"),
        STILL("animal does not move"),
        NOT_NEEDED("more negatives than the profile takes"),
        ONSET_UNKNOWN("electrographic onset not known"),
        TOO_CLOSE("too close to a seizure"),
        NO_MATCH("no interictal window to match"),
        NO_CLIPS("animal without clips");

        private final String text;

        Reason(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }
}
