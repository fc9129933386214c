package org.covigie.bot.app;

import java.util.List;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/** Keeps what lies beside the application on the tests' class path out of it: only what is shipped is started. */
final class Shipped implements ApplicationContextInitializer<GenericApplicationContext> {
    @Override
    public void initialize(GenericApplicationContext context) {
        context.registerBean("onlyWhatIsShipped", NothingOfTheTests.class);
    }

    static final class NothingOfTheTests extends TypeExcludeFilter {
        private static final List<String> PLACES = List.of("test-classes", "-tests.jar");

        @Override
        public boolean match(MetadataReader reader, MetadataReaderFactory factory) {
            String place = reader.getResource().getDescription();
            return PLACES.stream().anyMatch(place::contains);
        }

        @Override
        public boolean equals(@org.jspecify.annotations.Nullable Object other) {
            return other instanceof NothingOfTheTests;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }
}
