package org.ictograph.localizer.torch;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.ictograph.localizer.LocalizerException;

/**
 * A file with a TorchScript module: an archive of weights and a program. Reading it runs code, so {@link #load} looks for trust
 * first, and reads a copy of its own, so that what it reads is what was trusted.
 */
record TorchScript(Path file) {
    /** What a network's module is called in its folder. */
    static final String NAME = "model.pt";

    private static final int SCRAP = 1 << 16;

    /** What a network without numbers that can be read has instead, and what to do about it. */
    static String pickle(Path file) {
        return file
                + " is a pickle, which can run code when it is opened and is not read; where PyTorch is, convert it: python -c"
                + " \"import torch, safetensors.torch as s; w = torch.load('" + file.getFileName()
                + "', weights_only=True, map_location='cpu'); s.save_file({k: v.clone().contiguous() for k, v in w.get('state_dict',"
                + " w).items()}, 'model.safetensors')\".";
    }

    /** @throws LocalizerException when it cannot be read */
    String hash() throws LocalizerException {
        try {
            return Sha256.of(file);
        } catch (IOException failure) {
            throw new LocalizerException("The TorchScript module " + file + " cannot be read.", failure);
        }
    }

    /**
     * Looks at the archive without running anything: that it is one, of TorchScript, with all its bytes as they were written.
     * PyTorch itself may end the process over one that is not.
     *
     * @throws LocalizerException when it is a pickle, damaged, or something else
     */
    void requireSound() throws LocalizerException {
        boolean code = false;
        boolean data = false;
        boolean constants = false;
        try (ZipFile archive = new ZipFile(file.toFile())) {
            byte[] scrap = new byte[SCRAP];
            for (Enumeration<? extends ZipEntry> entries = archive.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                code |= entry.getName().contains("/code/");
                data |= entry.getName().endsWith("/data.pkl");
                constants |= entry.getName().endsWith("/constants.pkl");
                if (entry.getMethod() != ZipEntry.STORED && entry.getMethod() != ZipEntry.DEFLATED) {
                    throw new ZipException("an unknown compression");
                }
                try (InputStream in = archive.getInputStream(entry)) {
                    CRC32 sum = new CRC32();
                    for (int count = in.read(scrap); count >= 0; count = in.read(scrap)) {
                        sum.update(scrap, 0, count);
                    }
                    if (sum.getValue() != entry.getCrc()) {
                        throw new ZipException(entry.getName() + " is damaged");
                    }
                }
            }
        } catch (IOException | IllegalArgumentException damaged) {
            if (begins(0x80)) {
                throw new LocalizerException(pickle(file), damaged);
            }
            throw new LocalizerException(
                    "The TorchScript module " + file + " is damaged or is none (" + damaged.getMessage()
                            + "); copy it again from where it was made.",
                    damaged);
        }
        if (data && !(code && constants)) {
            throw new LocalizerException(pickle(file));
        }
        if (!data) {
            throw new LocalizerException(
                    "The archive " + file
                            + " holds no TorchScript module; make one with torch.jit.script or torch.jit.trace and torch.jit.save.");
        }
    }

    /** Protocols from the second on begin with the same byte. */
    private boolean begins(int first) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.read() == first;
        } catch (IOException unreadable) {
            return false;
        }
    }

    /**
     * Reads the module, which may do anything from here on.
     *
     * @param model whose it is
     * @param manager whose device it computes on; the module is freed with it
     * @throws LocalizerException when nobody trusts it, or it is no module that this PyTorch can read
     */
    Model load(String model, TrustedModules trusted, NDManager manager) throws LocalizerException {
        Path own = copy();
        try {
            String hash = new TorchScript(own).hash();
            if (!trusted.given(hash)) {
                throw new LocalizerException(
                        "The network of " + model + " is a TorchScript module (" + file + ", SHA-256 "
                                + hash
                                + "), a program that can do anything that you can do on this computer, and nobody has said"
                                + " that it may run; if you know who made it, trust it: Trust… beside the models, or models"
                                + " --trust " + model + ".");
            }
            requireSound();
            Model module = manager.getEngine().newModel(model, manager.getDevice());
            manager.attachInternal(model, module);
            module.load(own.getParent(), own.getFileName().toString());
            return module;
        } catch (IOException | MalformedModelException | EngineException failure) {
            throw new LocalizerException(
                    "The TorchScript module " + file + " cannot be read by this PyTorch (" + said(failure)
                            + "); make it with PyTorch 2.7 or before.",
                    failure);
        } finally {
            own.toFile().delete();
        }
    }

    private Path copy() throws LocalizerException {
        try {
            Path own = Files.createTempFile("ictograph", ".pt");
            return Files.copy(file, own, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new LocalizerException(
                    "The TorchScript module " + file + " cannot be copied to be read: " + failure.getMessage()
                            + "; make room for temporary files.",
                    failure);
        }
    }

    /** The last words of the engine that are meant for people; it tells the way through its own code, too. */
    static String said(Exception failure) {
        String all = String.valueOf(failure.getMessage()).strip();
        String[] lines = all.lines().filter(line -> !line.isBlank()).toArray(String[]::new);
        String last = lines.length == 0 ? all : all.contains("Traceback") ? lines[lines.length - 1] : lines[0];
        return last.strip();
    }
}
