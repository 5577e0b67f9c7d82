package org.ictograph.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ictograph.localizer.Localizer;
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
        if (json) {
            desk.console()
                    .json(Map.of(
                            "models",
                            shelf.stream().map(ModelsCommand::document).toList()));
        } else {
            shelf.forEach(model -> desk.console().print("%-10s %s", model.model(), model.description()));
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
