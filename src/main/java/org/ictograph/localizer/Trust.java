package org.ictograph.localizer;

import java.util.List;

/**
 * Which TorchScript modules of the shelf may run. Such a file is a program: it can do anything that the user can do, already while
 * it is read. So somebody says for each that it may, and that holds for exactly this file.
 */
public interface Trust {
    /**
     * A module.
     *
     * @param model whose it is
     * @param file where it lies, for a person
     * @param hash SHA-256 of the file
     * @param given whether it may run
     */
    record Module(String model, String file, String hash, boolean given) {}

    /**
     * All of the shelf, by name of the model; reads them from end to end, so not for the FX thread.
     *
     * @throws LocalizerException when one cannot be read
     */
    List<Module> modules() throws LocalizerException;

    /** @throws LocalizerException when the file is no TorchScript module, or trust cannot be kept */
    void give(Module module) throws LocalizerException;

    /** @throws LocalizerException when that cannot be kept */
    void withdraw(Module module) throws LocalizerException;
}
