package org.ictograph.ui.duty;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.ictograph.model.Assignment;
import org.ictograph.model.Submission;
import org.ictograph.session.DutyStanding;
import org.ictograph.session.Merging;
import org.ictograph.session.Notice;
import org.ictograph.settings.Command;
import org.ictograph.ui.bench.Bench;
import org.ictograph.ui.kit.Sheet;

/** What keys, menus and buttons do about assignments: make them, go through them, seal them, send them and take them in. */
public final class Duties {
    private static final double WIDTH = 660;

    private final Bench bench;
    private final DutyViewModel model;
    private final Supplier<Window> owner;
    private final Consumer<Assignment.Window> goer;

    /** @param goer shows a window where it can be marked */
    public Duties(Bench bench, DutyViewModel model, Supplier<Window> owner, Consumer<Assignment.Window> goer) {
        this.bench = bench;
        this.model = model;
        this.owner = owner;
        this.goer = goer;
    }

    DutyViewModel model() {
        return model;
    }

    /** Says whether somebody looks at the list of assignments. */
    public void watch(boolean looking) {
        model.watch(looking);
    }

    /** Does what a key or a menu asks for; false when it is about something else. */
    @CanIgnoreReturnValue
    public boolean handle(Command command) {
        switch (command) {
            case NEXT_WINDOW -> move(1);
            case PREVIOUS_WINDOW -> move(-1);
            case ASSIGN -> assign();
            case SUBMIT -> submit();
            case RECEIVE -> receive();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void move(int direction) {
        model.move(direction).ifPresentOrElse(goer, this::tellNone);
    }

    private void tellNone() {
        bench.say()
                .accept(Notice.done(
                        "duty.nothing", bench.session().state().rater().get().name()));
    }

    private void assign() {
        if (!model.owner()) {
            bench.say().accept(Notice.done("duty.owneronly"));
            return;
        }
        AssignViewModel wish = new AssignViewModel(bench.session());
        ButtonType give = new ButtonType(bench.text("duty.assign.do"), ButtonData.OK_DONE);
        Dialog<ButtonType> sheet = sheet("duty.assign.title", bench.text("duty.assign.advice"));
        sheet.getDialogPane().setContent(new AssignPane(bench.look(), wish));
        sheet.getDialogPane().getButtonTypes().setAll(give, ButtonType.CANCEL);
        sheet.getDialogPane()
                .lookupButton(give)
                .disableProperty()
                .bind(wish.ready().not());
        sheet.setOnHidden(hidden -> {
            if (sheet.getResult() == give) {
                tell(wish.assign(), made -> {
                    bench.say()
                            .accept(Notice.done(
                                    "duty.assigned",
                                    wish.rater().get(),
                                    made.windows().size()));
                    if (wish.packing().get()) {
                        pack(made);
                    }
                });
            }
        });
        Sheet.over(sheet, owner.get());
        sheet.show();
    }

    /** Asks where the package of an assignment is to be, and writes it. */
    void pack(Assignment assignment) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(bench.text("duty.pack.title"));
        chooser.setInitialFileName(bench.text("duty.pack.name"));
        Optional.ofNullable(chooser.showSaveDialog(owner.get()))
                .map(File::toPath)
                .ifPresent(folder -> tell(
                        bench.session().assigning().pack(assignment, folder).result(),
                        study -> bench.say().accept(Notice.done("duty.packed", folder.toString()))));
    }

    /** Asks whether an assignment is to be taken away, and does so. */
    void withdraw(DutyStanding given) {
        DutyTexts texts = new DutyTexts(bench.look());
        ButtonType take = new ButtonType(bench.text("duty.withdraw.do"), ButtonData.OK_DONE);
        Dialog<ButtonType> sheet = sheet(
                "duty.withdraw.title",
                bench.text("duty.withdraw.question", texts.rater(model.study(), given), texts.what(given)));
        sheet.getDialogPane().setContent(wrapped(bench.text("duty.withdraw.advice")));
        sheet.getDialogPane().getButtonTypes().setAll(take, ButtonType.CANCEL);
        sheet.setOnHidden(hidden -> {
            if (sheet.getResult() == take) {
                tell(bench.session().assigning().withdraw(given.assignment()), entry -> {
                    model.read();
                    bench.say().accept(Notice.done("duty.withdrawn", texts.rater(model.study(), given)));
                });
            }
        });
        Sheet.over(sheet, owner.get());
        sheet.show();
    }

    private void submit() {
        Optional<DutyStanding> own = model.own().get();
        if (own.isEmpty()) {
            tellNone();
            return;
        }
        ButtonType seal = new ButtonType(bench.text("duty.submit.do"), ButtonData.OK_DONE);
        Dialog<ButtonType> sheet = sheet("duty.submit.title", question(own.get()));
        sheet.getDialogPane().setContent(wrapped(bench.text("duty.submit.advice")));
        sheet.getDialogPane().getButtonTypes().setAll(seal, ButtonType.CANCEL);
        sheet.setOnHidden(hidden -> {
            if (sheet.getResult() == seal) {
                tell(bench.session().assigning().submit(), this::sealed);
            }
        });
        Sheet.over(sheet, owner.get());
        sheet.show();
    }

    private String question(DutyStanding own) {
        return own.left().isEmpty()
                ? bench.text("duty.submit.all", own.windows())
                : bench.text("duty.submit.some", own.left().size(), own.windows());
    }

    private void sealed(Submission made) {
        model.read();
        Dialog<ButtonType> sheet = sheet("duty.sealed.title", bench.text("duty.sealed.advice"));
        TextArea text = new TextArea(new DutyTexts(bench.look()).seal(made));
        text.setId("sealed");
        text.setEditable(false);
        text.setWrapText(true);
        text.setPrefRowCount(5);
        sheet.getDialogPane().setContent(text);
        sheet.getDialogPane().getButtonTypes().setAll(ButtonType.OK);
        if (model.packaged()) {
            ButtonType send = new ButtonType(bench.text("duty.send"), ButtonData.LEFT);
            sheet.getDialogPane().getButtonTypes().add(send);
            sheet.setOnHidden(hidden -> {
                if (sheet.getResult() == send) {
                    send();
                }
            });
        }
        Sheet.over(sheet, owner.get());
        sheet.show();
    }

    private void send() {
        String rater = bench.session().state().rater().get().name();
        FileChooser chooser = bundles("duty.send");
        chooser.setInitialFileName(rater + Merging.ENDING);
        Optional.ofNullable(chooser.showSaveDialog(owner.get()))
                .map(File::toPath)
                .ifPresent(file -> tell(
                        bench.session().merging().handOver(rater, file),
                        handed -> bench.say().accept(Notice.done("duty.sent", file.toString()))));
    }

    private void receive() {
        if (!model.owner()) {
            bench.say().accept(Notice.done("duty.owneronly"));
            return;
        }
        Optional.ofNullable(bundles("duty.receive").showOpenDialog(owner.get()))
                .map(File::toPath)
                .ifPresent(this::receive);
    }

    /** Takes in what a rater handed in. */
    void receive(Path file) {
        tell(bench.session().assigning().receive(file), this::received);
    }

    private void received(Submission made) {
        model.read();
        String rater =
                model.study().rater(made.raterId()).map(one -> one.name()).orElse("?");
        bench.say().accept(Notice.done("duty.received", rater, made.work().substring(0, 12)));
    }

    private FileChooser bundles(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(bench.text(title));
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(bench.text("ask.bundles"), "*" + Merging.ENDING));
        return chooser;
    }

    private <T> void tell(CompletableFuture<T> under, Consumer<T> then) {
        var unused = under.whenCompleteAsync(
                (outcome, failure) -> {
                    if (failure != null) {
                        bench.say().accept(Notice.problem(failure));
                    } else {
                        then.accept(outcome);
                    }
                },
                bench.session().workplace().fx());
    }

    private Dialog<ButtonType> sheet(String title, String header) {
        Dialog<ButtonType> sheet = new Dialog<>();
        sheet.setTitle(bench.text(title));
        sheet.setHeaderText(header);
        sheet.setGraphic(null);
        sheet.setResizable(true);
        sheet.getDialogPane().setMinHeight(Region.USE_PREF_SIZE);
        sheet.getDialogPane().setPrefWidth(WIDTH);
        return sheet;
    }

    private static VBox wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMaxWidth(WIDTH - 40);
        return new VBox(label);
    }
}
