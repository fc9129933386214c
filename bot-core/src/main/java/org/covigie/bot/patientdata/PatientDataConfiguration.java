package org.covigie.bot.patientdata;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One check for the whole house; it needs nothing and may be made without Spring as well. */
@Configuration(proxyBeanMethods = false)
class PatientDataConfiguration {
    @Bean
    PatientData patientData() {
        return new PatientData();
    }
}
