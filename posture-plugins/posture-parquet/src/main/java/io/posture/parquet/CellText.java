package io.posture.parquet;

import java.util.function.IntFunction;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.jspecify.annotations.Nullable;

/**
 * Takes the values of a column and gives them as text. The text of a value in a dictionary is made once for each row group. Not
 * thread-safe.
 */
final class CellText extends PrimitiveConverter {

    private final ValueText values;
    private @Nullable String[] byId = new String[0];
    private IntFunction<String> decoded = id -> "";
    private String text = "";

    CellText(ValueText values) {
        this.values = values;
    }

    /** The latest value. */
    String text() {
        return text;
    }

    @Override
    public boolean hasDictionarySupport() {
        return true;
    }

    @Override
    public void setDictionary(Dictionary dictionary) {
        byId = new String[dictionary.getMaxId() + 1];
        decoded = id -> values.of(dictionary, id);
    }

    @Override
    public void addValueFromDictionary(int id) {
        String known = byId[id];
        if (known == null) {
            known = decoded.apply(id);
            byId[id] = known;
        }
        text = known;
    }

    @Override
    public void addBinary(Binary value) {
        text = values.of(value);
    }

    @Override
    public void addBoolean(boolean value) {
        text = values.of(value);
    }

    @Override
    public void addDouble(double value) {
        text = values.of(value);
    }

    @Override
    public void addFloat(float value) {
        text = values.of(value);
    }

    @Override
    public void addInt(int value) {
        text = values.of(value);
    }

    @Override
    public void addLong(long value) {
        text = values.of(value);
    }
}
