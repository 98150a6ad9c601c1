// What differs between minutes at two moments, word by word, out of their history.
#pragma once

#include "workgroups/minutes/minutes_page.hpp"

namespace workgroups {

struct ComparedPart {
    std::string heading{}, state{};    // state: text key: minutes.compare.came, …gone, …changed
    std::vector<text::Piece> pieces{};
    static void each_field(auto& part, auto& visit) {
        visit("heading", part.heading), visit("state", part.state), visit("pieces", part.pieces);
    }
};

struct MinutesComparisonPage {
    const WorkingGroup& group;
    const Meeting& meeting;
    std::vector<html::Choice> moments{};
    std::string from{}, to{}, part{};
    std::vector<ComparedPart> parts{};
    std::int64_t same = 0;

    std::string at() const { return "/jednani/" + to_text(meeting.id) + "/zapis"; }
    std::string day() const { return to_czech(meeting.day); }
    html::Select from_field() const { return {{{"od", "minutes.compare.from", from}, moments}}; }
    html::Select to_field() const { return {{{"do", "minutes.compare.to", to}, moments}}; }
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("from", page.from), visit("to", page.to), visit("parts", page.parts);
    }
    void write(html::Out&) const;
};

}
