package org.covigie.bot.load;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A command's options, all written {@code --name value}. */
final class Flags {
    /** @param preset null when there is none */
    record Flag(String name, @Nullable String preset, String meaning) {}

    /** What is wrong with the command line, in one sentence for who wrote it. */
    static final class Wrong extends Exception {
        private static final long serialVersionUID = 1L;

        Wrong(String sentence) {
            super(sentence);
        }
    }

    private final Map<String, String> values = new HashMap<>();

    private Flags() {}

    static Flags parse(List<Flag> known, List<String> arguments) throws Wrong {
        Flags flags = new Flags();
        known.forEach(flag -> {
            if (flag.preset() != null) {
                flags.values.put(flag.name(), flag.preset());
            }
        });
        for (int i = 0; i < arguments.size(); i += 2) {
            String name = arguments.get(i);
            if (known.stream().noneMatch(flag -> name.equals("--" + flag.name()))) {
                throw new Wrong("Unknown option " + name + "; --help shows them all.");
            }
            if (i + 1 == arguments.size()) {
                throw new Wrong("Option " + name + " needs a value.");
            }
            flags.values.put(name.substring(2), arguments.get(i + 1));
        }
        return flags;
    }

    static String help(String usage, List<Flag> known) {
        return known.stream().map(flag -> String.format("  --%-14s %s%s", flag.name(), flag.meaning(),
                flag.preset() == null ? "" : " [" + flag.preset() + "]"))
                .collect(Collectors.joining("\n", usage + "\n\n", "\n"));
    }

    @Nullable
    String optional(String name) {
        return values.get(name);
    }

    String text(String name) throws Wrong {
        String value = values.get(name);
        if (value == null) {
            throw new Wrong("Option --" + name + " is missing.");
        }
        return value;
    }

    int number(String name) throws Wrong {
        return (int) real(name);
    }

    double real(String name) throws Wrong {
        String value = text(name);
        try {
            double number = Double.parseDouble(value);
            if (number >= 0 && number < Integer.MAX_VALUE) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new Wrong("Option --" + name + " wants a number that is not negative, not " + value + ".");
    }

    /** Comma-separated values, each one of those allowed. */
    List<String> choice(String name, String... allowed) throws Wrong {
        List<String> chosen = List.of(text(name).split(","));
        for (String one : chosen) {
            if (!Arrays.asList(allowed).contains(one)) {
                throw new Wrong("Option --" + name + " wants " + String.join(",", allowed) + ", not " + one + ".");
            }
        }
        return chosen;
    }
}
