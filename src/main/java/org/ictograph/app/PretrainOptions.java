package org.ictograph.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ictograph.localizer.Pretrained;
import org.ictograph.localizer.torch.PretrainRecipe;
import org.ictograph.localizer.torch.VideoMaeSize;
import org.ictograph.session.SessionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What {@code train --stage pretrain} can be told, and what it tells. */
final class PretrainOptions {
    @Option(
            names = "--mask",
            paramLabel = "R",
            description = "share of each clip that is hidden while pre-training (default: 0.3)")
    private double mask = PretrainRecipe.SMALL.mask();

    @Option(
            names = "--clips",
            paramLabel = "N",
            description = "clips drawn from all cages for pre-training (default: 1000)")
    private int clips = PretrainRecipe.SMALL.clips();

    @Option(
            names = "--size",
            paramLabel = "S",
            description = "of an encoder that begins from nothing: small, or base as published (default: small)")
    private String size = "small";

    /**
     * @param rate as asked, or null
     * @param fresh whether the encoder begins from nothing
     */
    PretrainRecipe recipe(int epochs, long seed, @Nullable Double rate, boolean fresh) throws SessionException {
        double usual = fresh ? PretrainRecipe.SMALL.rate() : PretrainRecipe.PUBLISHED_RATE;
        try {
            return new PretrainRecipe(epochs, seed, mask, clips, rate == null ? usual : rate, VideoMaeSize.named(size));
        } catch (IllegalArgumentException improper) {
            throw new SessionException(String.valueOf(improper.getMessage()), improper);
        }
    }

    static void print(Console console, Pretrained made, boolean json) {
        console.noProgress();
        if (json) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("encoder", made.model());
            fields.put("folder", made.folder().toString());
            fields.put("clips", made.clips());
            fields.put("animals_seen", made.animals());
            fields.put("losses", made.losses());
            fields.put("remarks", made.remarks());
            console.json(fields);
            return;
        }
        List<Double> losses = made.losses();
        console.print(
                "loss %.4f in epoch 1, %.4f in epoch %d", losses.get(0), losses.get(losses.size() - 1), losses.size());
        made.remarks().forEach(console::note);
        console.print("The encoder lies in %s; train --encoder %s uses it.", made.folder(), made.model());
    }
}
