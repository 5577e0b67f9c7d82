package org.ictograph.model;

/** Whether a label lasts or happens at one moment. */
public enum LabelKind {
    EVENT,
    POINT
}
