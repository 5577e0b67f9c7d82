package org.ictograph.dataset.format;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.SortedMap;
import org.ictograph.dataset.ClipForm;
import org.ictograph.dataset.JointForm;
import org.ictograph.dataset.Manifest;
import org.ictograph.dataset.Onsets;
import org.ictograph.dataset.Profile;
import org.ictograph.model.Box;

/** JSON with keys in snake case, indented by two spaces, LF at every end of line. */
final class Json {
    private static final JsonSetter.Value MAY_BE_ABSENT = JsonSetter.Value.forValueNulls(Nulls.SET);

    /** What has no copies says nothing of them, as before there were any. */
    interface SomeCopies {
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<?> copies();
    }

    /** Where no label has a definition, nothing is said of them, as before there were any. */
    interface SomeDefinitions {
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        SortedMap<?, ?> definitions();
    }

    /** Where pictures told nothing against any part, nothing is said of that, as before it was told. */
    interface SomeLeftOut {
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<?> leftOut();
    }

    /** What has the layout of its own name says nothing of that. */
    interface OwnLayout {
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        String layoutOf();
    }

    /** Nor does it say that all frames are there. */
    interface SomeFrames extends SomeCopies {
        @JsonInclude(JsonInclude.Include.NON_DEFAULT)
        int sampled();
    }

    private Json() {}

    /** Refuses absent values but for those that may be absent: what was not measured, a mask, features. */
    static ObjectMapper mapper() {
        return JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .defaultSetterInfo(JsonSetter.Value.forValueNulls(Nulls.FAIL))
                .withConfigOverride(Double.class, number -> number.setSetterInfo(MAY_BE_ABSENT))
                .withConfigOverride(Box.class, box -> box.setSetterInfo(MAY_BE_ABSENT))
                .withConfigOverride(Manifest.Encoder.class, one -> one.setSetterInfo(MAY_BE_ABSENT))
                .withConfigOverride(Manifest.Features.class, one -> one.setSetterInfo(MAY_BE_ABSENT))
                .withConfigOverride(Manifest.Pose.class, one -> one.setSetterInfo(MAY_BE_ABSENT))
                .withConfigOverride(JointForm.class, one -> one.setSetterInfo(MAY_BE_ABSENT))
                .withConfigOverride(Onsets.class, one -> one.setSetterInfo(MAY_BE_ABSENT))
                .withConfigOverride(Long.class, number -> number.setSetterInfo(MAY_BE_ABSENT))
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
                .addMixIn(Profile.class, OwnLayout.class)
                .addMixIn(Manifest.class, SomeLeftOut.class)
                .addMixIn(Manifest.Clip.class, SomeCopies.class)
                .addMixIn(Manifest.StudyFacts.class, SomeDefinitions.class)
                .addMixIn(ClipForm.class, SomeFrames.class)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    static String text(Object value) {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
        StringWriter text = new StringWriter();
        try {
            mapper().writer(printer).writeValue(text, value);
        } catch (IOException impossible) {
            throw new IllegalStateException("Records and trees can always be written.", impossible);
        }
        return text.append('\n').toString();
    }
}
