package org.ictograph.video.process;

/** What goes through the pipes between the program and a decoder process. */
sealed interface Message {
    /** To the decoder: do this; one call at a time. */
    record Ask(Call<?> call) implements Message {}

    /** To the decoder: stop the call that is under way at its next check. */
    record Cancel() implements Message {}

    /** To the decoder: the frame in a slot was looked at, the slot may be filled again. */
    record Seen(int slot) implements Message {}

    /** From the decoder: it has started. */
    record Ready() implements Message {}

    /** From the decoder: it has read on in a file since it last said something. */
    record Alive() implements Message {}

    /** From the decoder: how far a call is. */
    record Report(double fraction, String what) implements Message {}

    /** From the decoder: the brightness of a frame of a stretch lies in a slot of the shared pixels. */
    record Show(int stretch, int frame, long micros, int slot) implements Message {}

    /** From the decoder, the end of a call: its result. */
    record Answer(Object value) implements Message {}

    /** From the decoder, the end of a call: what it threw. */
    record Thrown(Kind kind, String message) implements Message {}

    /** What a call can throw. */
    enum Kind {
        VIDEO,
        CANCELLED,
        ARGUMENT,
        DEFECT
    }
}
