package io.posture.core.plugin;

import com.fasterxml.jackson.databind.JsonNode;
import io.posture.explain.Origin;
import java.util.List;
import java.util.function.UnaryOperator;

/** A named calculation: one quantity from its inputs, as documents. */
public final class Calculation {

    private final String topic;
    private final Origin.Formula formula;
    private final List<CalculationInput> inputs;
    private final UnaryOperator<JsonNode> function;

    Calculation(String topic, Origin.Formula formula, List<CalculationInput> inputs, UnaryOperator<JsonNode> function) {
        this.topic = topic;
        this.formula = formula;
        this.inputs = List.copyOf(inputs);
        this.function = function;
    }

    /** Its name, for example {@code buf.zFormula}. */
    public String topic() {
        return topic;
    }

    /** What it computes and who published it. */
    public Origin.Formula formula() {
        return formula;
    }

    /** Its inputs, in the order of the record. */
    public List<CalculationInput> inputs() {
        return inputs;
    }

    /**
     * The result.
     *
     * @param arguments an object with the inputs by name
     * @return an object; every number in it is finite, an unknown one is null
     * @throws RefusedInputException if an input is unknown, missing, ill-typed or out of range
     * @throws ArithmeticException if a number of the result is not finite
     */
    public JsonNode apply(JsonNode arguments) {
        JsonNode result = function.apply(arguments);
        requireFinite("", result);
        return result;
    }

    private void requireFinite(String path, JsonNode node) {
        if (node.isFloatingPointNumber() && !Double.isFinite(node.doubleValue())) {
            throw new ArithmeticException(topic + " has no finite result" + path + ", was " + node.doubleValue());
        }
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                requireFinite(path + "[" + i + "]", node.get(i));
            }
        } else if (node.isObject()) {
            node.properties().forEach(field -> requireFinite(path + " " + field.getKey(), field.getValue()));
        }
    }
}
