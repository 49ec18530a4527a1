package io.posture.parquet;

import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.LongFunction;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.io.api.Binary;

/** Writes the values of one physical type as text, the way canonical tables have it. Immutable. */
abstract class ValueText {

    private ValueText() {}

    /** A value of the dictionary of a row group. */
    abstract String of(Dictionary dictionary, int id);

    String of(int value) {
        throw otherType();
    }

    String of(long value) {
        throw otherType();
    }

    String of(float value) {
        throw otherType();
    }

    String of(double value) {
        throw otherType();
    }

    String of(boolean value) {
        throw otherType();
    }

    String of(Binary value) {
        throw otherType();
    }

    private static IllegalStateException otherType() {
        return new IllegalStateException("a value of another type than its column");
    }

    static ValueText ints(IntFunction<String> text) {
        return new ValueText() {
            @Override
            String of(int value) {
                return text.apply(value);
            }

            @Override
            String of(Dictionary dictionary, int id) {
                return of(dictionary.decodeToInt(id));
            }
        };
    }

    static ValueText longs(LongFunction<String> text) {
        return new ValueText() {
            @Override
            String of(long value) {
                return text.apply(value);
            }

            @Override
            String of(Dictionary dictionary, int id) {
                return of(dictionary.decodeToLong(id));
            }
        };
    }

    /** The shortest decimal of a float, not that of the double it would become. */
    static ValueText floats() {
        return new ValueText() {
            @Override
            String of(float value) {
                return whole(value) ? Long.toString((long) value) : Float.toString(value);
            }

            @Override
            String of(Dictionary dictionary, int id) {
                return of(dictionary.decodeToFloat(id));
            }
        };
    }

    static ValueText doubles() {
        return new ValueText() {
            @Override
            String of(double value) {
                return whole(value) ? Long.toString((long) value) : Double.toString(value);
            }

            @Override
            String of(Dictionary dictionary, int id) {
                return of(dictionary.decodeToDouble(id));
            }
        };
    }

    static ValueText booleans() {
        return new ValueText() {
            @Override
            String of(boolean value) {
                return Boolean.toString(value);
            }

            @Override
            String of(Dictionary dictionary, int id) {
                return of(dictionary.decodeToBoolean(id));
            }
        };
    }

    static ValueText binaries(Function<Binary, String> text) {
        return new ValueText() {
            @Override
            String of(Binary value) {
                return text.apply(value);
            }

            @Override
            String of(Dictionary dictionary, int id) {
                return of(dictionary.decodeToBinary(id));
            }
        };
    }

    /** Whether a number is written without decimals: keys that a program stored as 1001.0 are 1001. */
    private static boolean whole(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15;
    }
}
