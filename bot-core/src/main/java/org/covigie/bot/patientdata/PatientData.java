package org.covigie.bot.patientdata;
public final class PatientData { public Check check(String text) { return new Check(Decision.CLEAR, java.util.List.of(), text); } }
