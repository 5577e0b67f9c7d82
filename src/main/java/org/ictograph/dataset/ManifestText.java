package org.ictograph.dataset;

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
}
