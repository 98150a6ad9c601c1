// One step from phase to phase: who may take it, what follows, what it asks for; and what the published copy leaves
// out.
#pragma once

#include "workgroups/minutes/minutes_page.hpp"

namespace workgroups {

struct MinutesStepPage {
    const MinutesInView& view;
    std::string step{}, form_token{};
    std::vector<html::Problem> problems{};
    std::vector<html::Choice> meetings{};
    std::string until{}, meeting{}, reason{};
    std::vector<std::string> left_out{};    // names, before publishing
    std::vector<CopyRun> preview{};

    std::string back() const { return "/jednani/" + to_text(view.at.meeting.id) + "/zapis"; }
    std::string action() const { return back() + "/faze/" + step; }
    bool goes_back() const { return step.starts_with("back_"); }
    std::string who() const;    // text key
    std::string day() const { return to_czech(view.at.meeting.day); }
    html::Field field(const char* name, const char* label, const std::string& value) const;
    html::Field until_field() const;
    html::Area reason_field() const { return {field("duvod", "minutes.step.reason", reason)}; }
    html::Select meeting_field() const { return {{field("schuzka", "minutes.step.meeting", meeting), meetings}}; }
    html::ErrorSummary summary() const { return {problems}; }
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) { visit("step", page.step), visit("problems", page.problems); }
    void write(html::Out&) const;
};

}
