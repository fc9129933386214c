package org.covigie.bot.load;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The options that the programs share: which bot, which databases, and where their files go. */
final class Setting implements AutoCloseable {
    static final List<Flags.Flag> FLAGS = List.of(
            new Flags.Flag("jar", null, "the bot's jar; else deploy/app/target is looked up"),
            new Flags.Flag("db", "h2,postgres", "databases to run on"),
            new Flags.Flag("jdbc-url", null, "a PostgreSQL that runs already, instead of our own"),
            new Flags.Flag("jdbc-user", "postgres", "its user, who may create databases"),
            new Flags.Flag("jdbc-password", "postgres", "its password"),
            new Flags.Flag("postgres-pid", "0", "its first process, to count its processor time"),
            new Flags.Flag("data-key", null, "COVIGIE_DATA_KEY on PostgreSQL; else 32 bytes in hexadecimal"),
            new Flags.Flag("java-options", "-Xmx512m", "of bot and reference, separated by spaces"),
            new Flags.Flag("seed", "20200318", "of everything random"),
            new Flags.Flag("keep", "no", "yes keeps logs and data of the runs"));
    /** For the programs whose updates come in both ways. */
    static final Flags.Flag MODE = new Flags.Flag("mode", "polling,webhook", "ways in to run");

    private final Flags flags;
    private final Path directory;
    private final List<Storage> storages = new ArrayList<>();

    Setting(Flags flags) throws Flags.Wrong, IOException {
        this.flags = flags;
        this.directory = Files.createTempDirectory("covigie-load-");
        try {
            open();
        } catch (Flags.Wrong | IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private void open() throws Flags.Wrong, IOException {
        List<String> databases = flags.choice("db", "h2", "postgres");
        if (databases.contains("h2")) {
            storages.add(new H2Storage());
        }
        if (databases.contains("postgres")) {
            String url = flags.optional("jdbc-url");
            storages.add(url == null
                    ? PostgresStorage.embedded(directory.resolve("postgres"), flags.optional("data-key"))
                    : PostgresStorage.given(url, flags.text("jdbc-user"), flags.text("jdbc-password"),
                            flags.number("postgres-pid"),
                            flags.optional("data-key")));
        }
    }

    List<Storage> storages() {
        return storages;
    }

    List<Mode> modes() throws Flags.Wrong {
        List<String> chosen = flags.choice("mode", "polling", "webhook");
        return Stream.of(Mode.values()).filter(mode -> chosen.contains(mode.label())).toList();
    }

    List<String> javaOptions() throws Flags.Wrong {
        return Stream.of(flags.text("java-options").split(" ")).filter(option -> !option.isEmpty()).toList();
    }

    /** The bot's jar as given, or the one that the build has left here or in a directory above. */
    Path jar() throws Flags.Wrong, IOException {
        String given = flags.optional("jar");
        if (given != null) {
            if (!Files.isReadable(Path.of(given))) {
                throw new Flags.Wrong("There is no readable jar " + given + ".");
            }
            return Path.of(given);
        }
        for (Path above = Path.of("").toAbsolutePath(); above != null; above = above.getParent()) {
            Path target = above.resolve("deploy/app/target");
            if (Files.isDirectory(target)) {
                try (DirectoryStream<Path> jars = Files.newDirectoryStream(target, "covigie-bot-*.jar")) {
                    for (Path jar : jars) {
                        return jar;
                    }
                }
            }
        }
        throw new Flags.Wrong("The bot's jar was not found: build it with mvn package, or give it with --jar.");
    }

    Path directory(String name) {
        return directory.resolve(name);
    }

    @Override
    public void close() throws IOException {
        for (Storage storage : storages) {
            storage.close();
        }
        if ("yes".equals(flags.optional("keep"))) {
            System.err.println("Kept in " + directory);
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
