package org.ictograph;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.beAnnotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ictograph.session.Sentence;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The walls of the house. The table below is the arrow table of the README; moving a wall means changing both. */
class ArchitectureTest {
    private static final String ROOT = "org.ictograph.";
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.ictograph");

    /** Room → rooms whose front door it may use. */
    private static final Map<String, String> ARROWS = new LinkedHashMap<>();

    static {
        ARROWS.put("model", "");
        ARROWS.put("work", "");
        ARROWS.put("timeline", "model");
        ARROWS.put("measure", "model");
        ARROWS.put("settings", "model");
        ARROWS.put("store", "model work");
        ARROWS.put("video", "model work");
        ARROWS.put("exchange", "model");
        ARROWS.put("localizer", "model video work measure");
        ARROWS.put("dataset", "model measure video work exchange");
        ARROWS.put("report", "model measure");
        ARROWS.put("session", "model work timeline measure settings store video exchange localizer dataset report");
        ARROWS.put("ui", "session model timeline settings work video measure localizer dataset exchange report");
    }

    /** Closed back → third-party packages that live there. */
    private static final Map<String, String> BACKS = Map.of(
            "video.ffmpeg", "video",
            "video.opencv", "video",
            "video.process", "video",
            "video.sound", "video",
            "store.sqlite", "store",
            "localizer.torch", "localizer",
            "exchange.format", "exchange",
            "exchange.pose", "exchange",
            "dataset.format", "dataset",
            "report.pdf", "report");

    @Test
    void roomsUseOnlyWhatTheArrowsAllow() {
        ARROWS.forEach((room, allowed) -> {
            String[] others = Stream.concat(ARROWS.keySet().stream(), Stream.of("app"))
                    .filter(other -> !other.equals(room)
                            && !Arrays.asList(allowed.split(" ")).contains(other))
                    .map(other -> ROOT + other + "..")
                    .toArray(String[]::new);
            check(noClasses()
                    .that()
                    .resideInAPackage(ROOT + room + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .because("the room '" + room + "' may use only: " + allowed));
        });
    }

    @Test
    void backsAreClosed() {
        BACKS.forEach((back, room) -> check(noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + room + "..", ROOT + "app..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + back + "..")
                .because("only its room and app may name a closed back")));
    }

    @Test
    void roomsHaveNoCycles() {
        check(slices().matching(ROOT + "(*)..").should().beFreeOfCycles().because("rooms are built one on the other"));
        check(slices().matching(ROOT + "(**)").should().beFreeOfCycles().because("sub-packages are no exception"));
    }

    @Test
    void thirdPartiesStayBehindTheirWalls() {
        wall("org.bytedeco..", "video.ffmpeg..", "video.opencv..");
        wall("org.bytedeco.ffmpeg..", "video.ffmpeg..");
        wall("org.bytedeco.opencv..", "video.opencv..");
        wall("javax.sound..", "video.sound..");
        wall("java.sql..", "store.sqlite..");
        wall("org.sqlite..", "store.sqlite..");
        wall("ai.djl..", "localizer.torch..");
        wall(
                "com.fasterxml.jackson..",
                "store.sqlite..",
                "exchange.format..",
                "dataset.format..",
                "localizer.torch..",
                "app..");
        wall("javax.xml..", "exchange.format..");
        wall("org.apache.pdfbox..", "report.pdf..");
        wall("io.jhdf..", "exchange.pose..");
        wall("picocli..", "app..");
        wall("org.controlsfx..", "ui..");
        wall("atlantafx..", "ui..", "app..");
        wall("org.kordamp..", "ui..");
        wall("javafx..", "ui..", "app..", "session..");
        check(noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.awt..", "javax.swing..", "javax.imageio..")
                .because("one toolkit is enough"));
    }

    private static void wall(String thirdParty, String... homes) {
        String[] inside = Arrays.stream(homes).map(home -> ROOT + home).toArray(String[]::new);
        check(noClasses()
                .that(not(resideInAnyPackage(inside)))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(thirdParty)
                .because("a library is held behind one room's back so that it can be replaced in a day"));
    }

    @Test
    void sessionAndViewModelsKnowNoScene() {
        String[] scene = {"javafx.scene..", "javafx.stage..", "javafx.application..", "javafx.css.."};
        check(noClasses()
                .that()
                .resideInAPackage(ROOT + "session..")
                .or()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(scene)
                .because("what a screen knows must be testable without a screen"));
        check(noClasses()
                .that()
                .resideInAPackage(ROOT + "session..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("javafx.animation..")
                .because("session owns its clock"));
    }

    @Test
    void threadsAreMadeInWork() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + "work..", ROOT + "app..")
                .should()
                .callConstructor(Thread.class, Runnable.class)
                .orShould()
                .callConstructor(Thread.class, Runnable.class, String.class)
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.concurrent.Executors")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Timer")
                .because("whoever looks for a thread finds it in one room"));
        check(noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + "ui.kit..", ROOT + "app..")
                .should()
                .callMethod("javafx.application.Platform", "runLater", "java.lang.Runnable")
                .because("ui.kit is the one door to the FX thread"));
    }

    @Test
    void processesAreStartedInOnePlace() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + "video.process..", ROOT + "work..")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Process.class, ProcessBuilder.class, ProcessHandle.class)
                .orShould()
                .callMethod(Runtime.class, "exec", String.class)
                .because("whoever looks for what else runs finds it in one room"));
    }

    @Test
    void standardStreamsBelongToApp() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "app..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .because("what is printed is part of the command contract"));
    }

    @Test
    void noStaticMutableFields() {
        check(fields().that()
                .areStatic()
                .should()
                .beFinal()
                .because("state belongs to an object that somebody made and closes"));
    }

    @Test
    void modelHoldsOnlyValues() {
        check(classes()
                .that()
                .resideInAPackage(ROOT + "model..")
                .and(not(resideInAPackage(ROOT + "model").and(simpleNamed("package-info"))))
                .should()
                .beRecords()
                .orShould()
                .beEnums()
                .orShould()
                .beInterfaces()
                .orShould()
                .haveModifier(JavaModifier.SYNTHETIC)
                .because("the nouns are immutable"));
    }

    @Test
    void everyPackageIsNullMarked() {
        Set<String> packages = CODE.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());
        Set<String> marked = CODE.stream()
                .filter(c -> c.getSimpleName().equals("package-info"))
                .filter(c -> c.isAnnotatedWith(NullMarked.class))
                .map(JavaClass::getPackageName)
                .collect(Collectors.toSet());
        packages.remove("org.ictograph");
        assertEquals(packages, marked);
        assertTrue(packages.size() >= 13, "the thirteen rooms");
        check(classes().that().haveSimpleName("package-info").should(beAnnotatedWith(NullMarked.class)));
    }

    @Test
    void exceptionsOfRoomsAreChecked() {
        check(classes()
                .that(assignableTo(Exception.class))
                .should()
                .notBeAssignableTo(RuntimeException.class)
                .because("a room tells in its signature that it can fail")
                .allowEmptyShould(true));
    }

    @Test
    void exceptionsOfRoomsReachAPersonAsTheirSentence() {
        Set<String> told = CODE.get(Sentence.class).getDirectDependenciesFromSelf().stream()
                .map(dependency -> dependency.getTargetClass().getName())
                .collect(Collectors.toSet());
        Set<String> untold = CODE.stream()
                .filter(code -> code.isAssignableTo(Exception.class))
                .filter(code -> code.getModifiers().contains(JavaModifier.PUBLIC))
                .map(JavaClass::getName)
                .filter(name -> !told.contains(name))
                .collect(Collectors.toSet());
        assertEquals(Set.of(), untold, "an exception that Sentence does not know is told as a defect");
    }

    private static com.tngtech.archunit.base.DescribedPredicate<JavaClass> simpleNamed(String name) {
        return com.tngtech.archunit.base.DescribedPredicate.describe(
                "named " + name, c -> c.getSimpleName().equals(name));
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(CODE);
    }
}
