package org.ictograph.model;

/** What a person did, as history, undo and the log name it. */
public enum Verb {
    CREATE_STUDY,
    ADD_RATER,
    CHANGE_SUBJECT,
    ADD_RECORDING,
    CHANGE_RECORDING,
    STATE_RATE,
    RELINK_RECORDING,
    DRAW_CAGES,
    /** Key points that a pose program found belong to a cage. */
    ATTACH_POSE,
    DETACH_POSE,
    ADD_MARK,
    CHANGE_MARK,
    SPLIT_MARK,
    DELETE_MARK,
    IMPORT_MARKS,
    COVER,
    UNCOVER,
    PROPOSE,
    ACCEPT_PROPOSAL,
    ADJUST_PROPOSAL,
    REJECT_PROPOSAL,
    SETTLE_CONSENSUS,
    /** How two ratings become one data set. */
    CHANGE_PLAN,
    /** What raters look for: labels, their keys and looks, and the scale. */
    CHANGE_PROTOCOL,
    EXPORT,
    /** A person signs the review of a recording. */
    SIGN,
    /** The owner says what a rater may change. */
    GIVE_ROLE,
    ASSIGN,
    /** The owner takes an assignment away that is not submitted. */
    WITHDRAW,
    SUBMIT,
    /** What a rater handed in came with a package. */
    RECEIVE,
    /** What a bundle made necessary besides the edits that it brought. */
    TAKE_IN,
    /** A person's decision about a conflict on the review list. */
    DECIDE_CONFLICT,
    /** A snapshot was put in the place of the study. */
    RESTORE,
    /** The study was taken from somebody whose program had fallen silent. */
    TAKE_OVER,
    /** The study was made of what could be saved of a damaged one. */
    SALVAGE;

    /** True for what a person may take back; facts such as exports and looked-at time stay. */
    public boolean undoable() {
        return switch (this) {
            case CREATE_STUDY,
                    ADD_RATER,
                    ADD_RECORDING,
                    RELINK_RECORDING,
                    COVER,
                    PROPOSE,
                    EXPORT,
                    SIGN,
                    GIVE_ROLE,
                    ASSIGN,
                    WITHDRAW,
                    SUBMIT,
                    RECEIVE,
                    TAKE_IN,
                    RESTORE,
                    TAKE_OVER,
                    SALVAGE -> false;
            default -> true;
        };
    }
}
