package org.covigie.bot.api;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The description of the interface at {@code /v3/api-docs}: only what lies under {@code /api}. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
    private static final String SCHEME = "token";

    @Bean
    static BeanPostProcessor describedPaths() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof SpringDocConfigProperties properties) {
                    properties.setPathsToMatch(List.of("/api/**"));
                    properties.setDefaultProducesMediaType("application/json");
                }
                return bean;
            }
        };
    }

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info().title("COViGIE group bot").version("v1")
                        .description(
                                "What operators and the COViGIE platform may read and do. Times are ISO-8601 in UTC, "
                                        + "pages begin at 0, errors are application/problem+json (RFC 9457).")
                        .license(new License().name("Apache-2.0")
                                .url("https://www.apache.org/licenses/LICENSE-2.0.txt")))
                .components(new Components().addSecuritySchemes(SCHEME,
                        new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer")
                                .description("COVIGIE_API_TOKEN, or the token printed at the first start")))
                .addSecurityItem(new SecurityRequirement().addList(SCHEME));
    }

    @Bean
    OpenApiCustomizer problems() {
        return api -> {
            ModelConverters.getInstance(true).read(Problem.Shape.class)
                    .forEach((name, schema) -> api.getComponents().addSchemas(name, schema));
            api.getPaths().values().forEach(path -> path.readOperations().forEach(ApiDescription::problems));
        };
    }

    private static void problems(Operation operation) {
        operation.getResponses().addApiResponse("400", new ApiResponse().description("The request cannot be read"));
        operation.getResponses().addApiResponse("401",
                new ApiResponse().description("The bearer token is missing or wrong"));
        operation.getResponses().forEach((status, response) -> {
            if (status.startsWith("4")) {
                response.setContent(new Content().addMediaType(Problem.JSON,
                        new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"))));
            }
        });
    }
}
