package org.covigie.bot.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Writes figures as a Markdown table: one line per run, and below a reference's line the bot's ratio to it. */
final class Report {
    private record Column(String head, String format, ToDoubleFunction<Figures> value) {}

    private static final List<Column> COLUMNS = List.of(new Column("accepted/s", "%.0f", Figures::acceptedPerSecond),
            new Column("handled/s", "%.0f", Figures::handledPerSecond),
            new Column("CPU s/1,000", "%.3f", Figures::cpuPerThousand),
            new Column("ack p50 ms", "%.1f", Figures::ackP50), new Column("ack p99 ms", "%.1f", Figures::ackP99),
            new Column("POST p50 ms", "%.1f", Figures::postP50), new Column("POST p99 ms", "%.1f", Figures::postP99),
            new Column("open CPU s/1,000", "%.3f", Figures::openCpuPerThousand),
            new Column("idle MiB", "%.0f", Figures::idleMib),
            new Column("peak MiB", "%.0f", Figures::peakMib), new Column("ready s", "%.2f", Figures::startSeconds));

    private Report() {}

    static String markdown(List<Figures> all) {
        StringBuilder table = new StringBuilder("| database | mode | subject |");
        COLUMNS.forEach(column -> table.append(' ').append(column.head()).append(" |"));
        table.append(" tags | lost | duplicated | acks missing / again | foreign CPU % |\n|")
                .append("---|".repeat(COLUMNS.size() + 8)).append('\n');
        for (Figures figures : all) {
            table.append(line(figures)).append('\n');
            Figures bot = partner(all, figures);
            if (bot != null) {
                table.append(ratios(bot, figures)).append('\n');
            }
        }
        return table.toString();
    }

    static String line(Figures figures) {
        List<String> cells = new ArrayList<>(List.of(figures.storage(), figures.mode(), figures.subject()));
        COLUMNS.forEach(column -> cells.add(number(column.format(), column.value().applyAsDouble(figures))));
        Exactness exactness = figures.exactness();
        cells.add(Integer.toString(exactness.tags()));
        cells.add(Integer.toString(exactness.lost()));
        cells.add(Integer.toString(exactness.duplicated()));
        cells.add(exactness.unacknowledged() + " / " + exactness.acknowledgedAgain());
        cells.add(number("%.0f", figures.foreignPercent()));
        return row(cells);
    }

    private static String ratios(Figures bot, Figures reference) {
        List<String> cells = new ArrayList<>(List.of("", "", "*bot : reference*"));
        COLUMNS.forEach(column -> cells
                .add(number("×%.2f", column.value().applyAsDouble(bot) / column.value().applyAsDouble(reference))));
        cells.addAll(List.of("", "", "", "", ""));
        return row(cells);
    }

    private static @Nullable Figures partner(List<Figures> all, Figures reference) {
        return all.stream()
                .filter(other -> !reference.subject().equals("bot") && other.subject().equals("bot")
                        && other.storage().equals(reference.storage())
                        && other.mode().equals(reference.mode()))
                .findFirst().orElse(null);
    }

    private static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
    }

    static String number(String format, double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, format, value) : "–";
    }
}
