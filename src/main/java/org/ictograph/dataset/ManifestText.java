package org.ictograph.dataset;

import java.util.List;

/** The manifest as text. */
public interface ManifestText {
    /** The same manifest always gives the same text. */
    String write(Manifest manifest);

    /**
     * Reads a manifest.
     *
     * @throws DatasetException when the text is no manifest, or one of a newer program
     */
    Manifest read(String text) throws DatasetException;

    /**
     * The files of every data set that follow from its manifest, whatever its layout.
     *
     * @param text of the manifest as it lies there, which an earlier version may have written in its own way
     */
    List<TextFile> beside(Manifest manifest, String text);

    /**
     * Reads a frozen split.
     *
     * @throws DatasetException when the text is none, or one of a newer program
     */
    FrozenSplit readSplit(String text) throws DatasetException;
}
