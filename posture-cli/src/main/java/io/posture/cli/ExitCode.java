package io.posture.cli;

/** How a command ended, as the shell sees it. */
final class ExitCode {

    static final int DONE = 0;
    static final int CHECK_FAILED = 1;
    static final int USAGE = 2;
    static final int INPUT_UNUSABLE = 3;
    static final int PLUGIN_FAILED = 4;
    static final int IO = 5;
    static final int BUG = 70;

    private ExitCode() {}
}
