package org.ictograph.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ictograph.localizer.Localizer;
import org.ictograph.localizer.LocalizerException;
import org.ictograph.localizer.Trust;
import org.ictograph.localizer.torch.NetworkShelf;
import org.ictograph.session.SessionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code models}: the shelf, and which TorchScript modules of it may run. */
@Command(name = "models", description = "List the localizers on the shelf.", mixinStandardHelpOptions = true)
final class ModelsCommand implements Callable<Integer> {
    private final Desk desk;

    @Option(
            names = "--trust",
            paramLabel = "NAME",
            description =
                    "let the TorchScript module of this model run, a program that can do anything that you can do;"
                            + " it holds for the file as it is")
    private Optional<String> trusted = Optional.empty();

    @Option(names = "--distrust", paramLabel = "NAME", description = "let it run no more")
    private Optional<String> distrusted = Optional.empty();

    @Option(names = "--json", description = "print one JSON document")
    private boolean json;

    ModelsCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws LocalizerException, SessionException {
        Trust trust = desk.localizers().trust().orElseThrow();
        List<Trust.Module> before = trust.modules();
        if (trusted.isPresent()) {
            trust.give(module(before, trusted.get()));
        }
        if (distrusted.isPresent()) {
            trust.withdraw(module(before, distrusted.get()));
        }
        List<Trust.Module> modules = trust.modules();
        List<Localizer> shelf = desk.localizers().all();
        List<String> encoders = NetworkShelf.encoders(desk.models()).stream()
                .filter(name -> shelf.stream().noneMatch(model -> model.model().equals(name)))
                .toList();
        if (json) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("models", shelf.stream().map(ModelsCommand::document).toList());
            fields.put("encoders", encoders);
            fields.put(
                    "torchscript_modules",
                    modules.stream().map(ModelsCommand::document).toList());
            desk.console().json(fields);
        } else {
            shelf.forEach(model -> desk.console().print("%-10s %s", model.model(), model.description()));
            encoders.forEach(name ->
                    desk.console().print("%-10s An encoder only; train --encoder %s makes a model of it", name, name));
            modules.forEach(this::print);
        }
        return Program.DONE;
    }

    private static Trust.Module module(List<Trust.Module> modules, String name) throws SessionException {
        return modules.stream()
                .filter(one -> one.model().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new SessionException(
                                "No model " + name
                                        + " on the shelf has a TorchScript module, so there is nothing to trust; 'models' lists them."));
    }

    private void print(Trust.Module module) {
        desk.console()
                .print(
                        "%-10s %s, a TorchScript module: a program that can do anything that you can do. %s",
                        module.model(), module.given() ? "Trusted" : "Not trusted", module.file());
        desk.console().print("%-10s SHA-256 %s", "", module.hash());
        if (!module.given()) {
            desk.console()
                    .print("%-10s It does not run. If you know who made it: models --trust %s", "", module.model());
        }
    }

    private static Map<String, Object> document(Trust.Module module) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("model", module.model());
        fields.put("file", module.file());
        fields.put("sha256", module.hash());
        fields.put("trusted", module.given());
        return fields;
    }

    private static Map<String, Object> document(Localizer model) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", model.model());
        fields.put("description", model.description());
        fields.put("hash", model.weights());
        fields.put("parameters", model.parameters());
        return fields;
    }
}
