package org.covigie.bot.settings;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Looks at the database's address before anything else is made: what is neither of the two kinds would fail far from its cause. */
@Component
class DatabaseAddress implements BeanFactoryPostProcessor, EnvironmentAware {
    private static final String VARIABLE = "SPRING_DATASOURCE_URL";

    private @Nullable Environment environment;

    /** Nothing can be injected yet where this runs. */
    @Override
    public void setEnvironment(Environment given) {
        environment = given;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory factory) {
        String url = Objects.requireNonNull(environment).getProperty("spring.datasource.url", "").strip();
        if (!url.isEmpty() && !url.startsWith("jdbc:postgresql:") && !url.startsWith("jdbc:h2:")) {
            throw new WrongSetting(VARIABLE, VARIABLE + " must begin with jdbc:postgresql: or jdbc:h2:.");
        }
    }
}
