package io.posture.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program itself; does nothing without a command. */
@Command(
        name = "posture",
        description = "Decides item by item whether to run lean (JIT), buffered (JIC) or mixed (HYBRID), and says why.",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        usageHelpWidth = 100,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:done, but a check failed",
            "2:wrong usage, or something wrong in a policy, a mapping or the run folder",
            "3:the input cannot be used",
            "4:a plugin failed",
            "5:a file could not be read or written, or another run holds the folder",
            "70:a mistake in the program; a report was written",
            "130:interrupted"
        },
        subcommands = {
            DemoCommand.class,
            InitCommand.class,
            AssessCommand.class,
            CheckCommand.class,
            ClassifyCommand.class,
            WhyCommand.class,
            StressCommand.class,
            OptimizeCommand.class,
            WhatIfCommand.class,
            OverrideCommand.class,
            ReviewCommand.class,
            RejectsCommand.class,
            CalcCommand.class,
            PluginsCommand.class,
            ProfileCommand.class,
            ExportCommand.class,
            VerifyCommand.class,
            HelpCommand.class
        })
final class PostureCommand implements Callable<Integer> {

    // set by the command line before the command runs
    @SuppressWarnings("NullAway.Init")
    @Spec
    private CommandSpec spec;

    PostureCommand() {}

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.USAGE;
    }
}
