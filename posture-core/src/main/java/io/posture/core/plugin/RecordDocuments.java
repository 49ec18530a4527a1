package io.posture.core.plugin;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyName;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotationIntrospectorPair;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.posture.core.plugin.RefusedInputException.Fault;
import io.posture.spi.Key;
import io.posture.spi.Tuple;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plugins' records as documents and back, so that plugins need no annotations of a JSON library. */
final class RecordDocuments {

    private static final double LARGEST_EXACT_INTEGER = 1L << 53;
    private static final int SHOWN = 200;

    private final ObjectMapper mapper = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .annotationIntrospector(
                    new AnnotationIntrospectorPair(new SpiAnnotations(), new JacksonAnnotationIntrospector()))
            .build();

    RecordDocuments() {}

    /** A record, or any value of settings, as a document. */
    JsonNode toTree(Object value) {
        return mapper.valueToTree(value);
    }

    /**
     * A record from a document.
     *
     * @param what how messages name the document, for example {@code 'abc'}
     * @param word how messages name a part of it: setting or input
     * @throws RefusedInputException if a part is unknown, missing, ill-typed or refused by the record
     */
    <R extends Record> R toRecord(String what, String word, JsonNode tree, Class<R> type) {
        new RecordShape(what, word).require(tree, type);
        try {
            return mapper.treeToValue(integersWithoutFraction(tree), type);
        } catch (ValueInstantiationException refused) {
            throw new RefusedInputException(
                    Fault.REFUSED_INPUT, what + " rejects " + shown(tree) + ": " + rootMessage(refused), refused);
        } catch (JsonProcessingException problem) {
            throw new RefusedInputException(
                    Fault.ILL_TYPED_INPUT, what + " rejects " + shown(tree) + ": " + rootMessage(problem), problem);
        }
    }

    /** The settings of a configuration with its values. */
    List<Setting> settings(Record instance) {
        JsonNode tree = toTree(instance);
        List<Setting> settings = new ArrayList<>();
        for (RecordComponent component : instance.getClass().getRecordComponents()) {
            String name = RecordShape.nameOf(component);
            JsonNode value = tree.get(name);
            settings.add(new Setting(
                    name,
                    component.getGenericType().getTypeName().replaceAll("[a-z]+\\.|[A-Z][A-Za-z]*\\$", ""),
                    value == null ? "" : value.toString(),
                    RecordShape.docOf(component)));
        }
        return settings;
    }

    /** A number without fraction may be written either way: 5.0 is turned into 5, which binds to int and to double. */
    private static JsonNode integersWithoutFraction(JsonNode node) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (node.isFloatingPointNumber()) {
            double value = node.doubleValue();
            boolean integer = value == Math.rint(value) && Math.abs(value) <= LARGEST_EXACT_INTEGER;
            boolean negativeZero = value == 0 && Math.copySign(1, value) < 0;
            return integer && !negativeZero ? nodes.numberNode((long) value) : node;
        }
        if (node.isArray()) {
            ArrayNode array = nodes.arrayNode(node.size());
            node.forEach(element -> array.add(integersWithoutFraction(element)));
            return array;
        }
        if (node.isObject()) {
            ObjectNode object = nodes.objectNode();
            node.properties().forEach(field -> object.set(field.getKey(), integersWithoutFraction(field.getValue())));
            return object;
        }
        return node;
    }

    private static String shown(JsonNode tree) {
        String text = tree.toString();
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
    }

    private static String rootMessage(JsonProcessingException problem) {
        Throwable cause = problem;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = cause instanceof JsonProcessingException json ? json.getOriginalMessage() : cause.getMessage();
        String path = problem instanceof JsonMappingException mapping
                        && !mapping.getPath().isEmpty()
                ? " (at " + pathOf(mapping) + ")"
                : "";
        return message + path;
    }

    private static String pathOf(JsonMappingException mapping) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference reference : mapping.getPath()) {
            if (reference.getFieldName() != null) {
                path.append(path.isEmpty() ? "" : ".").append(reference.getFieldName());
            } else {
                path.append('[').append(reference.getIndex()).append(']');
            }
        }
        return path.toString();
    }

    /** Reads {@link Tuple} and {@link Key}. */
    private static final class SpiAnnotations extends NopAnnotationIntrospector {
        private static final long serialVersionUID = 1;

        @Override
        public JsonFormat.@Nullable Value findFormat(Annotated annotated) {
            return annotated.getRawType().isAnnotationPresent(Tuple.class)
                    ? JsonFormat.Value.forShape(JsonFormat.Shape.ARRAY)
                    : null;
        }

        @Override
        public @Nullable PropertyName findNameForSerialization(Annotated annotated) {
            return keyOf(annotated);
        }

        @Override
        public @Nullable PropertyName findNameForDeserialization(Annotated annotated) {
            return keyOf(annotated);
        }

        private static @Nullable PropertyName keyOf(Annotated annotated) {
            Key key = annotated.getAnnotation(Key.class);
            return key == null ? null : PropertyName.construct(key.value());
        }
    }
}
