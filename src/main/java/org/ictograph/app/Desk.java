package org.ictograph.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.ictograph.dataset.Datasets;
import org.ictograph.dataset.Layout;
import org.ictograph.dataset.format.AnnotationLayout;
import org.ictograph.dataset.format.ForecastLayout;
import org.ictograph.dataset.format.JointsLayout;
import org.ictograph.dataset.format.JsonManifests;
import org.ictograph.dataset.format.LoaderLayout;
import org.ictograph.dataset.format.RatSeizureLayout;
import org.ictograph.dataset.format.RodEpilLayout;
import org.ictograph.exchange.BenchmarkFiles;
import org.ictograph.exchange.BoxFormat;
import org.ictograph.exchange.LabelFormat;
import org.ictograph.exchange.format.AnnotatedClips;
import org.ictograph.exchange.format.AnyTable;
import org.ictograph.exchange.format.BorisProject;
import org.ictograph.exchange.format.BorisTable;
import org.ictograph.exchange.format.Coco;
import org.ictograph.exchange.format.Cvat;
import org.ictograph.exchange.format.Elan;
import org.ictograph.exchange.format.FrameTable;
import org.ictograph.exchange.format.Jabs;
import org.ictograph.exchange.format.JsonBenchmarkFiles;
import org.ictograph.exchange.format.MarkCsv;
import org.ictograph.exchange.format.Predictions;
import org.ictograph.exchange.format.SeizureEvents;
import org.ictograph.exchange.format.Via;
import org.ictograph.exchange.pose.PoseFiles;
import org.ictograph.localizer.Computer;
import org.ictograph.localizer.Localizer;
import org.ictograph.localizer.LocalizerException;
import org.ictograph.localizer.Localizers;
import org.ictograph.localizer.torch.ClipModelTrainer;
import org.ictograph.localizer.torch.EncoderPretrainer;
import org.ictograph.localizer.torch.ModelTrainer;
import org.ictograph.localizer.torch.NetworkShelf;
import org.ictograph.localizer.torch.TorchComputer;
import org.ictograph.localizer.torch.TrustedModules;
import org.ictograph.session.Sentence;
import org.ictograph.session.SessionException;
import org.ictograph.session.StudySession;
import org.ictograph.session.Workplace;
import org.ictograph.settings.Computing;
import org.ictograph.settings.Settings;
import org.ictograph.settings.SettingsException;
import org.ictograph.settings.SettingsFolder;
import org.ictograph.store.StudyFiles;
import org.ictograph.store.sqlite.SqliteStudyFiles;
import org.ictograph.video.SoundLines;
import org.ictograph.video.Videos;
import org.ictograph.video.ffmpeg.FfmpegVideos;
import org.ictograph.video.process.ProcessVideos;
import org.ictograph.video.sound.MixerLines;
import org.ictograph.work.Job;
import org.ictograph.work.Jobs;
import org.ictograph.work.Progress;

/** Wires the rooms together for one run of the program, and does what all commands need. */
final class Desk implements AutoCloseable {
    /** So long a command that is interrupted has to say what became of it. */
    private static final int SAYING_SECONDS = 3;

    private final Console console;
    private final Jobs jobs = new Jobs();
    private final Videos videos = new FfmpegVideos();
    private final StudyFiles files = new SqliteStudyFiles(() ->
                    new Settings(SettingsFolder.ofThisUser()).preferences().secondPlace())
            .rememberingIn(SettingsFolder.ofThisUser().resolve("heads"));
    private final Localizers localizers;
    private final BenchmarkFiles benchmarkFiles = new JsonBenchmarkFiles();
    private final Datasets datasets = datasets(videos);
    private volatile Optional<ProcessVideos> isolated = Optional.empty();
    private final CountDownLatch said = new CountDownLatch(1);
    private final Thread interrupted = new Thread(this::stop, "ictograph-interrupted");

    Desk(Console console) {
        this.console = console;
        localizers = Localizers.withoutWeights()
                .and(shipped())
                .growing(() -> NetworkShelf.of(models(), cache()), ModelTrainer.small(models(), cache()))
                .seeing(EncoderPretrainer.small(models(), cache()))
                .tellingClips(ClipModelTrainer.published(models(), cache()))
                .on(computer())
                .trusting(new TrustedModules(models()));
        jobs.onChange(this::show);
        Runtime.getRuntime().addShutdownHook(interrupted);
    }

    private void stop() {
        jobs.close();
        try {
            boolean unused = said.await(SAYING_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    Console console() {
        return console;
    }

    Videos videos() {
        return videos;
    }

    BenchmarkFiles benchmarkFiles() {
        return benchmarkFiles;
    }

    /** The label files that can be taken in and given out. */
    List<LabelFormat> formats() {
        return List.of(
                new MarkCsv(),
                new BorisProject(),
                new BorisTable(),
                new Elan(),
                new SeizureEvents(),
                FrameTable.deepEthogram(),
                FrameTable.simba(),
                new Via(),
                new Jabs(),
                new AnnotatedClips(),
                new Predictions(),
                new AnyTable());
    }

    LabelFormat format(String id) throws SessionException {
        return formats().stream()
                .filter(format -> format.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new SessionException("There is no format " + id + ", only "
                        + String.join(
                                ", ", formats().stream().map(LabelFormat::id).toList()) + "."));
    }

    /** The files of tools for pictures. */
    BoxFormat boxFormat(String id) throws SessionException {
        return boxFormats().stream()
                .filter(format -> format.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () -> new SessionException("There is no format " + id + " for boxes, only coco and cvat."));
    }

    /** The files that hold boxes of cages. */
    List<BoxFormat> boxFormats() {
        return List.of(new Coco(), new Cvat());
    }

    Datasets datasets() {
        return datasets;
    }

    Localizers localizers() {
        return localizers;
    }

    /** The folder of the models that lie on the shelf. */
    Path models() {
        return SettingsFolder.ofThisUser().resolve("models");
    }

    /** The folder of the lab's export profiles. */
    Path profiles() {
        return SettingsFolder.ofThisUser().resolve("profiles");
    }

    /** On what networks compute, as the settings say; a choice is kept there. */
    private Computer computer() {
        Settings settings = new Settings(SettingsFolder.ofThisUser());
        Computing chosen = settings.computing();
        return new TorchComputer(
                cache().resolve("torch"),
                Computer.Wish.valueOf(chosen.device().toUpperCase(Locale.ROOT)),
                chosen.cuda(),
                (wish, library) -> {
                    try {
                        settings.keep(new Computing(wish.name().toLowerCase(Locale.ROOT), library));
                    } catch (SettingsException failure) {
                        throw new LocalizerException(String.valueOf(failure.getMessage()), failure);
                    }
                });
    }

    /** The models that come with the program; its launcher says where it lies. */
    private List<Localizer> shipped() {
        String home = System.getProperty("ictograph.home", "");
        return home.isEmpty() ? List.of() : NetworkShelf.of(Path.of(home).resolve("models"), cache());
    }

    /** The folder for what can be made again. */
    Path cache() {
        return SettingsFolder.ofThisUser().resolve("cache");
    }

    private Datasets datasets(Videos source) {
        return new Datasets(source, new JsonManifests(), layouts(), Version.text(), Optional.of(profiles()));
    }

    private List<Layout> layouts() {
        return Stream.of(
                        List.of(
                                new RodEpilLayout(),
                                new RatSeizureLayout(benchmarkFiles),
                                new ForecastLayout(),
                                new JointsLayout()),
                        LoaderLayout.all(),
                        AnnotationLayout.all())
                .flatMap(List::stream)
                .toList();
    }

    /** The rooms as a session needs them. */
    Workplace workplace(Executor fx) {
        return new Workplace(
                videos, files, localizers, datasets, formats(), List.of(), jobs, fx, SoundLines.NONE, new PoseFiles());
    }

    /** The same for the window: strange files are read in other processes, so that none of them takes it along. */
    Workplace isolatedWorkplace(Executor fx) {
        ProcessVideos processes = new ProcessVideos(videos, Decoder.class);
        isolated = Optional.of(processes);
        return new Workplace(
                processes,
                files,
                localizers,
                datasets(processes),
                formats(),
                boxFormats(),
                jobs,
                fx,
                new MixerLines(),
                new PoseFiles());
    }

    /** Opens a study for a command. */
    StudySession open(Path study, Optional<String> rater) throws Exception {
        return await(
                () -> StudySession.open(workplace(Runnable::run), study, rater).join());
    }

    /** Makes a study for a command. */
    StudySession create(Path study, String rater) throws Exception {
        String fileName = String.valueOf(study.getFileName());
        String name = fileName.endsWith(StudyFiles.ENDING)
                ? fileName.substring(0, fileName.length() - StudyFiles.ENDING.length())
                : fileName;
        return await(() -> StudySession.create(workplace(Runnable::run), study, name, rater)
                .join());
    }

    /** Waits for a job and returns its result. */
    <T> T await(Job<T> job) throws Exception {
        return await(() -> job.result().join());
    }

    /** Waits for something and throws what really went wrong. */
    <T> T await(Callable<T> waiting) throws Exception {
        try {
            return waiting.call();
        } catch (CompletionException failure) {
            Throwable cause = Sentence.cause(failure);
            throw cause instanceof Exception known ? known : failure;
        }
    }

    /** Progress of work that is not a job. */
    Progress progress(String name) {
        return new Progress() {
            @Override
            public void report(double fraction, String what) {
                console.progress(name, fraction, what);
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        };
    }

    private void show(Job<?> job) {
        if (job.state().done()) {
            console.noProgress();
        } else {
            console.progress(job.name(), job.state().fraction(), job.state().what());
        }
    }

    @Override
    public void close() {
        jobs.close();
        isolated.ifPresent(ProcessVideos::close);
        said.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(interrupted);
        } catch (IllegalStateException alreadyStopping) {
            // The program is being interrupted: the hook waits for this.
            return;
        }
    }
}
