package io.posture.core.plugin;

import com.fasterxml.jackson.databind.JsonNode;
import io.posture.core.plugin.RefusedInputException.Fault;
import io.posture.spi.Doc;
import io.posture.spi.Key;
import io.posture.spi.Tuple;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** What a record type looks like as a document: its parts, their types, and whether a document has them all. */
final class RecordShape {

    private static final Set<Type> WHOLE_NUMBERS =
            Set.of(int.class, long.class, Integer.class, Long.class, OptionalInt.class, OptionalLong.class);
    private static final Set<Type> NUMBERS = Set.of(double.class, Double.class, OptionalDouble.class);

    private final String what;
    private final String word;

    /**
     * A check of one document.
     *
     * @param what how messages name the document, for example {@code 'abc'}
     * @param word how messages name a part of it: setting or input
     */
    RecordShape(String what, String word) {
        this.what = what;
        this.word = word;
    }

    /**
     * Every part known and present, at any depth, and every number finite: the JSON library would read an absent number
     * as 0 and the text "NaN" as a number.
     *
     * @throws RefusedInputException otherwise
     */
    void require(JsonNode tree, Class<? extends Record> type) {
        requireComponents("", tree, type);
    }

    /** The inputs of a record type. */
    static List<CalculationInput> inputs(Class<? extends Record> type) {
        List<CalculationInput> inputs = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            inputs.add(new CalculationInput(
                    nameOf(component),
                    typeName(component.getGenericType()),
                    isOptional(component.getType()),
                    docOf(component)));
        }
        return inputs;
    }

    /** Name of a component in documents. */
    static String nameOf(RecordComponent component) {
        Key key = component.getAnnotation(Key.class);
        return key == null ? component.getName() : key.value();
    }

    /** What the plugin says of a component; empty for nothing. */
    static String docOf(RecordComponent component) {
        Doc doc = component.getAnnotation(Doc.class);
        return doc == null ? "" : doc.value();
    }

    private void requireParts(String path, JsonNode tree, Type type) {
        if (type instanceof ParameterizedType generic) {
            requireElements(path, tree, generic);
        } else if (WHOLE_NUMBERS.contains(type) || NUMBERS.contains(type)) {
            requireNumber(path, tree, type);
        } else if (type instanceof Class<?> plain && plain.isRecord()) {
            requireComponents(path, tree, plain);
        }
    }

    private void requireElements(String path, JsonNode tree, ParameterizedType generic) {
        Type element = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
        if (generic.getRawType() == Optional.class) {
            requireParts(path, tree, element);
            return;
        }
        if (tree.isObject()) {
            tree.properties()
                    .forEach(field -> requireElement(path + "." + field.getKey(), tree, field.getValue(), element));
        } else {
            for (int i = 0; i < tree.size(); i++) {
                requireElement(path + "[" + i + "]", tree, tree.get(i), element);
            }
        }
    }

    private void requireElement(String path, JsonNode all, JsonNode child, Type element) {
        if (!child.isNull()) {
            requireParts(path, child, element);
        } else if (!isOptional(rawType(element))) {
            throw new RefusedInputException(
                    Fault.MISSING_INPUT, what + " needs a value in place of every null, was " + all);
        }
    }

    private void requireNumber(String path, JsonNode tree, Type type) {
        if (!tree.isNumber()) {
            throw new RefusedInputException(
                    Fault.ILL_TYPED_INPUT,
                    what + " needs a " + typeName(type) + ", was " + tree + " (at " + path + ")");
        }
        if (!Double.isFinite(tree.doubleValue())) {
            throw new RefusedInputException(
                    Fault.ILL_TYPED_INPUT, what + " needs a finite number, was " + tree + " (at " + path + ")");
        }
    }

    private void requireComponents(String path, JsonNode tree, Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        List<String> names = Arrays.stream(components).map(RecordShape::nameOf).toList();
        String at = path.isEmpty() ? "" : " (at " + path + ")";
        if (type.isAnnotationPresent(Tuple.class)) {
            if (!tree.isArray() || tree.size() != components.length) {
                throw new RefusedInputException(
                        Fault.ILL_TYPED_INPUT, what + " needs " + names + " as an array, was " + tree + at);
            }
        } else if (!tree.isObject()) {
            throw new RefusedInputException(
                    Fault.ILL_TYPED_INPUT, what + " needs an object of " + word + "s " + names + ", was " + tree + at);
        }
        tree.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) {
                throw new RefusedInputException(
                        Fault.UNKNOWN_INPUT,
                        what + " has no " + word + " '" + name + "'. " + Character.toUpperCase(word.charAt(0))
                                + word.substring(1) + "s: " + names + at);
            }
        });
        for (int i = 0; i < components.length; i++) {
            JsonNode part = tree.isArray() ? tree.get(i) : tree.path(names.get(i));
            if (!part.isNull() && !part.isMissingNode()) {
                String place = path + (path.isEmpty() ? "" : ".") + names.get(i);
                requireParts(place, part, components[i].getGenericType());
            } else if (!isOptional(components[i].getType())) {
                throw new RefusedInputException(
                        Fault.MISSING_INPUT,
                        what + " needs the " + word + " '" + names.get(i) + "'" + (part.isNull() ? ", was null" : "")
                                + at);
            }
        }
    }

    private static boolean isOptional(Class<?> type) {
        return type == Optional.class
                || type == OptionalDouble.class
                || type == OptionalInt.class
                || type == OptionalLong.class;
    }

    private static Class<?> rawType(Type type) {
        return (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
    }

    private static String typeName(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] elements = generic.getActualTypeArguments();
            String element = typeName(elements[elements.length - 1]);
            if (generic.getRawType() == Optional.class) {
                return element;
            }
            return Map.class.isAssignableFrom(rawType(generic)) ? "object of " + element : "array of " + element;
        }
        if (WHOLE_NUMBERS.contains(type)) {
            return "whole number";
        }
        if (NUMBERS.contains(type)) {
            return "number";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == LocalDate.class) {
            return "date YYYY-MM-DD";
        }
        Class<?> plain = rawType(type);
        if (plain.isEnum()) {
            return Arrays.stream(plain.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name())
                    .collect(Collectors.joining(" | "));
        }
        return plain.isRecord() ? recordName(plain) : "text";
    }

    private static String recordName(Class<?> type) {
        boolean tuple = type.isAnnotationPresent(Tuple.class);
        return Arrays.stream(type.getRecordComponents())
                .map(component -> nameOf(component) + (isOptional(component.getType()) ? "?" : "") + ": "
                        + typeName(component.getGenericType()))
                .collect(Collectors.joining(", ", tuple ? "[" : "{", tuple ? "]" : "}"));
    }
}
