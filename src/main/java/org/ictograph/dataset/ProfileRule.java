package org.ictograph.dataset;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ictograph.video.Codec;
import org.ictograph.video.Fit;
import org.ictograph.video.Modality;

/**
 * One rule of a file of rules: a key, what it means, and how it changes a profile.
 *
 * @param meaning for the person who reads the file, with what may be written
 */
record ProfileRule(String key, String meaning, Function<Profile, String> text, Change change) {
    /** The file that this rule stands in says whose files the profile writes. */
    static final String LAYOUT = "layout";

    /** Takes a value in. */
    interface Change {
        /**
         * @throws IllegalArgumentException when the value is none of those that the rule's meaning names
         * @throws DatasetException when it does not go with the rules before it; the sentence says why
         */
        Profile apply(Profile profile, String value) throws DatasetException;
    }

    /** All rules, in the order in which they are written and taken in. */
    static final List<ProfileRule> ALL = List.of(
            new ProfileRule(
                    "title",
                    "as the program shows it, one line",
                    Profile::title,
                    (profile, text) -> profile.withTitle(checked(text, !text.isBlank() && text.length() <= 100))),
            new ProfileRule(
                    LAYOUT,
                    "the built-in profile whose file names, folders and label files the data set has",
                    Profile::layout,
                    (profile, text) -> profile),
            new ProfileRule(
                    "sampling",
                    "where clips are taken: " + names(Profile.Sampling.values()),
                    profile -> name(profile.sampling()),
                    (profile, text) -> profile.withSampling(one(Profile.Sampling.values(), text))),
            new ProfileRule(
                    "seconds",
                    "length of a clip, a whole number from 1 to 600 (3 to 10 before_seizures)",
                    profile -> Integer.toString(profile.clip().seconds()),
                    (profile, text) -> seconds(profile, whole(text, 1, 600))),
            new ProfileRule(
                    "rate",
                    "frames per second, a whole number from 1 to 240",
                    profile -> Integer.toString(profile.clip().rate()),
                    (profile, text) -> profile.withClip(profile.clip().withRate(whole(text, 1, 240)))),
            new ProfileRule(
                    "fit",
                    "how a cage becomes a picture: " + names(Fit.values()),
                    profile -> name(profile.clip().fit()),
                    (profile, text) -> profile.withClip(profile.clip().withFit(one(Fit.values(), text)))),
            new ProfileRule(
                    "side",
                    "width and height in pixels, an even number from 16 to 2048; without meaning for native",
                    profile -> Integer.toString(profile.clip().side()),
                    (profile, text) -> profile.withClip(profile.clip().withSide(even(text)))),
            new ProfileRule(
                    "codec",
                    "what clips are written in: " + names(Codec.values()),
                    profile -> name(profile.clip().codec()),
                    (profile, text) -> profile.withClip(profile.clip().withCodec(one(Codec.values(), text)))),
            new ProfileRule(
                    "copies",
                    "further codecs that every clip is written in, with commas between; nothing for none",
                    profile -> joined(profile.clip().copies()),
                    (profile, text) -> profile.withClip(profile.clip().withCopies(some(Codec.values(), text)))),
            new ProfileRule(
                    "modality",
                    "what clips show: " + names(Modality.values()),
                    profile -> name(profile.clip().modality()),
                    (profile, text) -> profile.withClip(profile.clip().withModality(one(Modality.values(), text)))),
            new ProfileRule(
                    "sampled",
                    "frames that are sampled evenly over each clip, from 2 to all that it has; 0 takes all",
                    profile -> Integer.toString(profile.clip().sampled()),
                    (profile, text) -> profile.withClip(profile.clip().withSampled(whole(text, 0, 1_000_000)))),
            new ProfileRule(
                    "negatives.motion",
                    "clips without the behaviour need more mean motion than this, a number from 0 to 1",
                    profile -> decimal(profile.negatives().threshold()),
                    (profile, text) -> profile.withNegatives(profile.negatives().withThreshold(share(text)))),
            new ProfileRule(
                    "negatives.per-hundred",
                    "most clips without the behaviour for each hundred with it, a whole number; 0 takes all",
                    profile -> Integer.toString(profile.negatives().perHundred()),
                    (profile, text) ->
                            profile.withNegatives(profile.negatives().withPerHundred(whole(text, 0, 1_000_000)))),
            new ProfileRule(
                    "negatives.distance",
                    "seconds that clips without the behaviour keep from any seizure of the animal in the recording, a whole"
                            + " number from 0 to 86400",
                    profile -> Integer.toString(profile.negatives().distance()),
                    (profile, text) -> profile.withNegatives(profile.negatives().withDistance(whole(text, 0, 86_400)))),
            new ProfileRule(
                    "negatives.hard",
                    "whether clips that a model proposed and a rater rejected are taken first where per-hundred does not take"
                            + " all: yes, no",
                    profile -> profile.negatives().hard() ? "yes" : "no",
                    (profile, text) -> profile.withNegatives(profile.negatives().withHard(yes(text)))),
            new ProfileRule(
                    "split",
                    "how animals are dealt: " + names(SplitShape.values()),
                    profile -> name(SplitShape.of(profile.split())),
                    (profile, text) -> profile.withSplit(
                            one(SplitShape.values(), text).rule(profile.split(), SplitShape.FOLDS_OF_RODEPIL))),
            new ProfileRule(
                    "folds",
                    "how many, a whole number from 2 to 1000; nothing where split is not folds",
                    profile -> SplitShape.of(profile.split()) == SplitShape.FOLDS
                            ? Integer.toString(profile.split().parts().size())
                            : "",
                    ProfileRule::folds),
            new ProfileRule(
                    "shares",
                    "how much of all clips each part should hold, as many numbers as parts, with commas between and 1"
                            + " in all; nothing where split is folds or each_animal",
                    profile -> profile.split().folded()
                            ? ""
                            : profile.split().parts().stream()
                                    .map(part -> decimal(part.share()))
                                    .collect(Collectors.joining(", ")),
                    ProfileRule::shares),
            new ProfileRule(
                    "together",
                    "what else must not be parted: " + names(Together.values())
                            + ", with commas between; nothing for none",
                    profile -> joined(profile.split().together()),
                    (profile, text) -> profile.withSplit(profile.split().withTogether(some(Together.values(), text)))),
            new ProfileRule(
                    "seed",
                    "breaks ties between animals that are otherwise equal, a whole number",
                    profile -> Long.toString(profile.split().seed()),
                    (profile, text) -> profile.withSeed(Long.parseLong(text))),
            new ProfileRule(
                    "range-token",
                    "what the range in a clip's name counts, where it has one: " + names(RangeToken.values()),
                    profile -> name(profile.rangeToken()),
                    (profile, text) -> profile.withRangeToken(one(RangeToken.values(), text))),
            new ProfileRule(
                    "joints.side",
                    "side of the square around a joint in pixels of the video, an even number from 16 to 2048 or 0 for no"
                            + " squares; nothing unless sampling is around_onsets",
                    profile -> told(profile, joints -> Integer.toString(joints.side())),
                    (profile, text) ->
                            joints(profile, text, joints -> joints.withSide(text.equals("0") ? 0 : even(text)))),
            new ProfileRule(
                    "joints.points",
                    "names of the key points that are shown, with commas between; nothing for all that every animal has",
                    profile -> told(profile, joints -> String.join(", ", joints.points())),
                    (profile, text) -> joints(profile, text, joints -> joints.withPoints(parts(text)))),
            new ProfileRule(
                    "joints.soft",
                    "whether time between the onsets becomes segments too, whose probability rises: yes, no; nothing unless"
                            + " sampling is around_onsets",
                    profile -> told(profile, joints -> joints.ramp() ? "yes" : "no"),
                    (profile, text) -> joints(profile, text, joints -> joints.withRamp(yes(text)))));

    static String keys() {
        return ALL.stream().map(ProfileRule::key).collect(Collectors.joining(", "));
    }

    private static Profile seconds(Profile profile, int seconds) throws DatasetException {
        return profile.windowed()
                ? profile.withSeconds(seconds)
                : profile.withClip(profile.clip().withSeconds(seconds));
    }

    private static Profile folds(Profile profile, String text) throws DatasetException {
        boolean folds = SplitShape.of(profile.split()) == SplitShape.FOLDS;
        if (text.isEmpty()) {
            return folds ? profile.withFolds(SplitShape.FOLDS_OF_RODEPIL) : profile;
        }
        if (!folds) {
            throw new DatasetException("Only the split folds has a number of folds.");
        }
        return profile.withFolds(whole(text, 2, 1000));
    }

    private static Profile shares(Profile profile, String text) throws DatasetException {
        SplitRule split = profile.split();
        if (text.isEmpty()) {
            return profile;
        }
        if (split.folded()) {
            throw new DatasetException("Only the splits train_test and train_val_test have shares.");
        }
        List<String> shares = parts(text);
        checked(text, shares.size() == split.parts().size());
        List<SplitRule.Part> parts = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < shares.size(); i++) {
            BigDecimal share = new BigDecimal(shares.get(i));
            checked(text, share.signum() > 0);
            sum = sum.add(share);
            parts.add(new SplitRule.Part(split.parts().get(i).name(), share.doubleValue()));
        }
        checked(text, sum.compareTo(BigDecimal.ONE) == 0);
        return profile.withSplit(new SplitRule(split.kind(), parts, split.together(), split.seed()));
    }

    private static String told(Profile profile, Function<JointForm, String> what) {
        JointForm joints = profile.joints();
        return joints == null ? "" : what.apply(joints);
    }

    private static Profile joints(Profile profile, String text, UnaryOperator<JointForm> change)
            throws DatasetException {
        JointForm joints = profile.joints();
        if (text.isEmpty()) {
            return profile;
        }
        if (profile.sampling() != Profile.Sampling.AROUND_ONSETS) {
            throw new DatasetException("Only the sampling around_onsets tells of joints.");
        }
        return profile.withJoints(change.apply(joints == null ? JointForm.STANDARD : joints));
    }

    private static int whole(String text, int least, int most) {
        int number = Integer.parseInt(text);
        checked(text, number >= least && number <= most);
        return number;
    }

    private static int even(String text) {
        int number = whole(text, 16, 2048);
        checked(text, number % 2 == 0);
        return number;
    }

    private static boolean yes(String text) {
        return checked(text, text.equals("yes") || text.equals("no")).equals("yes");
    }

    private static double share(String text) {
        double number = Double.parseDouble(text);
        checked(text, number >= 0 && number <= 1);
        return number;
    }

    private static String checked(String text, boolean proper) {
        if (!proper) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private static <E extends Enum<E>> E one(E[] values, String text) {
        return Arrays.stream(values)
                .filter(value -> name(value).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(text));
    }

    private static <E extends Enum<E>> List<E> some(E[] values, String text) {
        return parts(text).stream().map(part -> one(values, part)).toList();
    }

    private static List<String> parts(String text) {
        return text.isEmpty()
                ? List.of()
                : Stream.of(text.split(",", -1)).map(String::strip).toList();
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String names(Enum<?>[] values) {
        return Arrays.stream(values).map(ProfileRule::name).collect(Collectors.joining(", "));
    }

    private static String joined(List<? extends Enum<?>> values) {
        return values.stream().map(ProfileRule::name).collect(Collectors.joining(", "));
    }

    private static String decimal(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
