package org.ictograph.measure;

import java.util.Locale;

/** What is said about clips that a model told apart. */
public enum ClipFigure {
    ACCURACY("Accuracy", "Undefined: there are no clips."),
    SENSITIVITY("Sensitivity", "Undefined: no clip shows it."),
    SPECIFICITY("Specificity", "Undefined: every clip shows it."),
    PRECISION("Precision", "Undefined: nothing was predicted."),
    F1("F1", "Undefined: no clip shows it and nothing was predicted."),
    /** Mean of sensitivity and specificity. */
    BALANCED_ACCURACY("Balanced accuracy", "Undefined: the clips must include some that show it and some that do not."),
    /** Area under the ROC curve, equal scores counted half. */
    AUROC("AUROC", "Undefined: the clips must include some that show it and some that do not."),
    /** Average precision. */
    AUPRC("AUPRC", "Undefined: no clip shows it.");

    private final String title;
    private final String undefined;

    ClipFigure(String title, String undefined) {
        this.title = title;
        this.undefined = undefined;
    }

    /** As the head of a column. */
    public String title() {
        return title;
    }

    /** As files call it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    String undefined() {
        return undefined;
    }
}
