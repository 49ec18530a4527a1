package io.posture.io.run;

import java.util.List;
import java.util.regex.Pattern;

/** Names of the files in a run folder. */
public final class RunFiles {

    /** One row for each item. */
    public static final String REGISTER = "register.csv";
    /** One reason tree for each item. */
    public static final String EXPLANATIONS = "explanations.jsonl";
    /** What is held and what is proposed of each item, exact, for programs. */
    public static final String PROPOSALS = "proposals.jsonl";
    /** Items that would run lean if some facts were known. */
    public static final String LEAN_CANDIDATES = "lean-candidates.csv";
    /** Items by the loss to expect of them. */
    public static final String PARETO = "pareto.csv";
    /** Key figures. */
    public static final String KEY_FIGURES = "kpi.json";
    /** What the next run must know of this one to review it. */
    public static final String REVIEW = "review.jsonl";
    /** Input rows that were set aside. */
    public static final String REJECTS = "rejects.csv";
    /** The result for people. */
    public static final String SUMMARY = "summary.txt";
    /** What the run was made from and what it made; written last. */
    public static final String MANIFEST = "manifest.json";
    /** Where the inputs were, for a rerun on this machine; not part of the result. */
    public static final String INPUTS = ".inputs";

    /** The files that the manifest vouches for, in the order in which they are written. */
    public static final List<String> OUTPUTS =
            List.of(REGISTER, EXPLANATIONS, PROPOSALS, LEAN_CANDIDATES, PARETO, REJECTS, SUMMARY);

    /** Results that a run has if a {@link RunCompanion} adds them. */
    public static final List<String> ADDITIONS = List.of(
            "funding.csv", "exchange.csv", "over-insured.csv", "scenarios.csv", "exposure.csv", KEY_FIGURES, REVIEW);

    private static final String CSV = ".csv";
    private static final Pattern FURTHER = Pattern.compile(
            "(register|lean-candidates|pareto|rejects|funding|exchange|over-insured|scenarios|exposure)\\.[a-z0-9]{1,16}");

    private RunFiles() {}

    /** Whether a run can write a file of that name: one of {@link #OUTPUTS}, a further one, or a result in a further format. */
    static boolean isOutput(String name) {
        return OUTPUTS.contains(name)
                || ADDITIONS.contains(name)
                || FURTHER.matcher(name).matches();
    }

    /** Name of the result in a CSV file, for example {@code register}. */
    static String resultOf(String csvName) {
        return csvName.substring(0, csvName.length() - CSV.length());
    }

    /**
     * Name of the file of a result in a further format.
     *
     * @throws IllegalArgumentException if no run can write it
     */
    static String of(String result, String format) {
        String name = result + "." + format;
        if (!isOutput(name)) {
            throw new IllegalArgumentException("'" + name + "' cannot be a file of a run");
        }
        return name;
    }
}
