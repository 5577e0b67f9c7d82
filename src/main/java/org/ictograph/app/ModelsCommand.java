package org.ictograph.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ictograph.localizer.Localizer;
import org.ictograph.localizer.torch.NetworkShelf;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code models}: the shelf. */
@Command(name = "models", description = "List the localizers on the shelf.", mixinStandardHelpOptions = true)
final class ModelsCommand implements Callable<Integer> {
    private final Desk desk;

    @Option(names = "--json", description = "print one JSON document")
    private boolean json;

    ModelsCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        List<Localizer> shelf = desk.localizers().all();
        List<String> encoders = NetworkShelf.encoders(desk.models()).stream()
                .filter(name -> shelf.stream().noneMatch(model -> model.model().equals(name)))
                .toList();
        if (json) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("models", shelf.stream().map(ModelsCommand::document).toList());
            fields.put("encoders", encoders);
            desk.console().json(fields);
        } else {
            shelf.forEach(model -> desk.console().print("%-10s %s", model.model(), model.description()));
            encoders.forEach(name ->
                    desk.console().print("%-10s An encoder only; train --encoder %s makes a model of it", name, name));
        }
        return Program.DONE;
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
