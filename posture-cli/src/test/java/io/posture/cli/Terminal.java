package io.posture.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import picocli.CommandLine;

/**
 * What a command left on a terminal.
 *
 * @param exitCode its exit code
 * @param out standard output
 * @param err standard error
 */
record Terminal(int exitCode, String out, String err) {

    /** Runs a command line; a report on a mistake in the program goes to the build folder. */
    static Terminal run(Object... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        ErrorMessages errors = new ErrorMessages(Path.of("target"));
        CommandLine commands = Main.commands(errors);
        commands.setOut(new PrintWriter(out));
        commands.setErr(new PrintWriter(err));
        String[] args = new String[words.length];
        for (int i = 0; i < words.length; i++) {
            args[i] = words[i].toString();
        }
        int exitCode = Main.run(commands, errors, args);
        commands.getOut().flush();
        commands.getErr().flush();
        return new Terminal(exitCode, out.toString(), err.toString());
    }

    /** Everything, for messages of failed assertions. */
    String all() {
        return "exit " + exitCode + "\n" + out + "\n" + err;
    }
}
