package org.ictograph.dataset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ictograph.dataset.Refusal.Reason;
import org.ictograph.model.Cage;
import org.ictograph.model.Recording;
import org.ictograph.model.Subject;
import org.ictograph.model.VideoFile;

/** Decides what becomes a clip and into which part it goes. Pure: touches no file. */
final class DatasetPlanner {
    private final Map<String, Layout> layouts;

    DatasetPlanner(List<Layout> layouts) {
        this.layouts = layouts.stream().collect(Collectors.toMap(Layout::profile, layout -> layout));
    }

    DatasetPlan plan(ExportRequest request) {
        return plan(request, new CopiedFilms(request));
    }

    /** @param copies among the request's recordings */
    DatasetPlan plan(ExportRequest request, CopiedFilms copies) {
        JointForm joints = request.profile().joints();
        if (joints == null) {
            return planned(request, copies, Optional.empty());
        }
        Joints.Named named = Joints.named(request, joints);
        Profile resolved = request.profile().withJoints(joints.withPoints(named.points()));
        return planned(request.withProfile(resolved), copies, named.obstacle());
    }

    private DatasetPlan planned(ExportRequest request, CopiedFilms copies, Optional<String> obstacle) {
        Profile profile = request.profile();
        Layout layout = layouts.get(profile.layout());
        if (layout == null) {
            return new DatasetPlan(
                    request,
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    Optional.of("There is no profile called " + profile.layout() + "."));
        }
        PlanDraft draft = new PlanDraft(request, layout);
        ClipRule rule =
                switch (profile.sampling()) {
                    case CONSECUTIVE -> new WindowRule();
                    case AROUND_UNITS -> new UnitRule();
                    case BEFORE_SEIZURES -> new ForecastRule();
                    case AROUND_ONSETS -> new OnsetRule();
                };
        SortedMap<String, Manifest.Seen> seen = new TreeMap<>();
        for (CageFilm film : films(request, copies, draft)) {
            rule.plan(film, draft);
            seen.merge(film.subject().name(), film.seen(), Manifest.Seen::plus);
        }
        draft.limitNegatives();
        Set<String> subjects = subjectsOf(request);
        subjects.removeAll(draft.subjects());
        subjects.forEach(subject ->
                draft.refuse("animal " + subject, Reason.NO_CLIPS, "No piece of this animal's recordings was fit."));
        return split(request, draft, List.copyOf(seen.values()), obstacle);
    }

    private static DatasetPlan split(
            ExportRequest request, PlanDraft draft, List<Manifest.Seen> seen, Optional<String> known) {
        Map<String, String> litters = request.study().subjects().stream()
                .collect(Collectors.toMap(
                        Subject::name, subject -> subject.litter().strip()));
        SubjectSplit.Dealt dealt = new SubjectSplit(
                        request.profile().split(), litters, request.order().frozen())
                .deal(draft.clips());
        List<PlannedClip> clips = draft.clips().stream()
                .map(clip ->
                        clip.inPart(dealt.partOf().getOrDefault(clip.place().subject(), "")))
                .toList();
        List<FrozenSplit.Animal> animals = new ArrayList<>();
        dealt.partOf()
                .forEach((name, part) ->
                        animals.add(new FrozenSplit.Animal(name, dealt.litters().getOrDefault(name, ""), part)));
        Optional<String> obstacle = clips.isEmpty()
                ? Optional.of("There is nothing to export: no piece of the recordings was fit for a clip.")
                : known.or(dealt::obstacle)
                        .or(() -> LeakCheck.ofPlan(clips).stream().findFirst().map(Finding::toString));
        ExportRequest resolved = request.withProfile(request.profile().withSplit(dealt.rule()));
        return new DatasetPlan(resolved, clips, animals, seen, draft.refusals(), obstacle);
    }

    private static List<CageFilm> films(ExportRequest request, CopiedFilms copies, PlanDraft draft) {
        List<CageFilm> films = new ArrayList<>();
        Map<String, String> known = new HashMap<>();
        List<ExportSource> taken = new ArrayList<>();
        for (ExportSource source : request.sources()) {
            Recording recording = source.recording();
            String name = "recording " + recording.name();
            List<String> contents =
                    recording.files().stream().map(VideoFile::fingerprint).toList();
            Optional<String> twin =
                    contents.stream().filter(known::containsKey).map(known::get).findFirst();
            List<Cage> cages = request.study().cagesOf(recording.id());
            if (twin.isPresent()) {
                draft.refuse(name, Reason.SAME_VIDEO, "Its video is already exported as recording " + twin.get() + ".");
                continue;
            }
            if (cages.isEmpty()) {
                draft.refuse(name, Reason.NO_CAGE, "No cage is drawn in it.");
                continue;
            }
            String pictures = request.flaws().copies().get(recording.name());
            Optional<String> original = pictures == null ? copies.original(source, taken) : Optional.empty();
            if (pictures != null) {
                draft.refuse(name, Reason.SAME_PICTURES, pictures);
            } else if (original.isPresent()) {
                draft.refuse(name, Reason.SAME_VIDEO, original.get());
            } else {
                taken.add(source);
                contents.forEach(content -> known.put(content, recording.name()));
                cages.forEach(cage -> film(request, source, cage, draft).ifPresent(films::add));
            }
        }
        return films;
    }

    private static Optional<CageFilm> film(ExportRequest request, ExportSource source, Cage cage, PlanDraft draft) {
        Recording recording = source.recording();
        String what = "recording " + recording.name() + ", cage " + cage.position();
        Optional<Subject> subject = request.study().subjectIn(cage);
        if (subject.isEmpty()) {
            draft.refuse(what, Reason.NO_SUBJECT, "Nobody said which animal lives in it.");
        } else if (!cage.box().fits(recording.width(), recording.height())) {
            draft.refuse(what, Reason.BOX_OUTSIDE, "Its box does not lie on even pixels inside the picture.");
        } else {
            CageFilm film = new CageFilm(request, source, cage, subject.get());
            film.missing().forEach(draft::refuse);
            return Optional.of(film);
        }
        return Optional.empty();
    }

    private static Set<String> subjectsOf(ExportRequest request) {
        Set<String> names = new LinkedHashSet<>();
        for (ExportSource source : request.sources()) {
            for (Cage cage : request.study().cagesOf(source.recording().id())) {
                request.study().subjectIn(cage).ifPresent(subject -> names.add(subject.name()));
            }
        }
        return names;
    }
}
