package org.ictograph.session;

import java.nio.file.Path;
import java.util.List;
import org.ictograph.dataset.DatasetException;
import org.ictograph.dataset.DatasetPlan;
import org.ictograph.dataset.ExportOutcome;
import org.ictograph.dataset.FeatureEncoder;
import org.ictograph.dataset.Manifest;
import org.ictograph.localizer.FeatureMeter;
import org.ictograph.localizer.Localizer;
import org.ictograph.localizer.LocalizerException;
import org.ictograph.video.FrameReader;
import org.ictograph.video.VideoException;
import org.ictograph.work.Progress;

/**
 * Lets the encoder of a model on the shelf measure the clips of a data set.
 *
 * @param model id of the model that the encoder belongs to
 */
record ClipFeatures(String model, FeatureMeter meter) implements FeatureEncoder {
    static ExportOutcome write(Workplace workplace, String model, DatasetPlan plan, Path folder, Progress progress)
            throws SessionException, DatasetException, LocalizerException {
        Localizer localizer = workplace
                .localizers()
                .byModel(model)
                .orElseThrow(() -> new SessionException("There is no model " + model + " on the shelf."));
        try (FeatureMeter meter = localizer
                .features()
                .orElseThrow(() -> new SessionException("The model " + model
                        + " has no network that sees films, so it measures no features; choose another model."))) {
            return workplace.datasets().write(plan, folder, new ClipFeatures(model, meter), progress);
        }
    }

    @Override
    public Manifest.Encoder told() {
        return new Manifest.Encoder(model, meter.weights(), meter.rate(), meter.stride(), meter.frames());
    }

    @Override
    public List<float[]> features(FrameReader clip, Progress progress) throws DatasetException {
        try {
            return meter.measure(clip, progress);
        } catch (VideoException | LocalizerException failure) {
            throw new DatasetException(String.valueOf(failure.getMessage()), failure);
        }
    }
}
