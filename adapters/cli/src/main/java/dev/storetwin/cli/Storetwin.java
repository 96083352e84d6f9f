package dev.storetwin.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command that holds all others. */
@Command(
        name = "storetwin",
        scope = CommandLine.ScopeType.INHERIT,
        description = "A digital twin of a shop: forecasts, plans and decides within the merchant's guardrails.",
        mixinStandardHelpOptions = true,
        versionProvider = Storetwin.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Exit codes: 0 done, 1 the answer is no, 2 bad usage or input, 3 an internal fault."})
final class Storetwin extends CommandGroup {

    private static final int WIDTH = 100;

    private Storetwin(Console console) {
        super(console);
    }

    static CommandLine commandLine(Console console) {
        var line = new CommandLine(new Storetwin(console))
                .addSubcommand(new DemoCommand(console))
                .addSubcommand(new PlanCommand(console))
                .addSubcommand(new ForecastCommand(console))
                .addSubcommand(new BacktestCommand(console))
                .addSubcommand(new ReplenishCommand(console))
                .addSubcommand(new PolicyCommand(console))
                .addSubcommand(new ElasticityCommand(console))
                .addSubcommand(new PriceCommand(console))
                .addSubcommand(new RulesCommand(console))
                .addSubcommand(new AuditCommand(console))
                .addSubcommand(new ExplainCommand(console))
                .addSubcommand(new ReproduceCommand(console));
        return line.registerConverter(LocalDate.class, Storetwin::date)
                .setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8))
                .setUsageHelpWidth(WIDTH)
                .setUsageHelpAutoWidth(false)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(new UsageProblem())
                .setExecutionExceptionHandler(new Fault(console));
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException noDate) {
            throw new CommandLine.TypeConversionException(
                    "expected a date such as 2024-03-31, found '%s'.".formatted(text));
        }
    }

    /** The version that the jar says it is. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            var version = Optional.ofNullable(Storetwin.class.getPackage().getImplementationVersion());
            return new String[] {"storetwin " + version.orElse("development build")};
        }
    }
}
