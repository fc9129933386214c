package org.covigie.bot.api;
