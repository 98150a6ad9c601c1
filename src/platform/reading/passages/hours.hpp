// Days and hours in sentences, lists and tables: "po, st 8–12, 13–17", "ve všední dny mezi 8. a 18. hodinou".
#pragma once

#include "platform/reading/passages/found_at.hpp"
#include "platform/reading/passages/tokens.hpp"

#include <vector>

namespace passages {

struct OpenSpan {
    unsigned days = 0;       // bit 0 is Monday
    int from = 0, to = 0;    // minutes after midnight; 1440 is its end
    reading::Place at{};
};

// Po–Pá, St, So–Ne: one entry for each unbroken range of days.
struct OpeningHours {
    std::string days{};          // "Po–Pá" with an en dash, or one day
    std::string from{}, to{};    // "07:30"; "24:00" is the end of the day
    reading::Place at{};
};

// Reads one passage after another; days said in one hold for hours said in the next.
class HoursReader {
public:
    // `told`: a label says that these are hours, so that "kdykoli" is nonstop.
    void read(const Tokens&, reading::Place, bool told = false);
    void forget_days() { days_ = 0; }

    bool found() const { return !spans_.empty(); }
    bool nonstop() const { return nonstop_; }
    reading::Place nonstop_at() const { return nonstop_at_; }
    std::vector<OpeningHours> hours() const;

private:
    void add(int from, int to, reading::Place);

    std::vector<OpenSpan> spans_;
    unsigned days_ = 0;
    bool days_are_used_ = false;    // by hours: the next day begins anew
    bool days_are_behind_ = false;
    bool nonstop_ = false;
    reading::Place nonstop_at_{};
};

// nonstop, nepřetržitě, 24 hodin denně, 24/7
bool says_nonstop(const Tokens&, bool told = false);
// Hours stand in the text, or at least a day and a number behind it.
bool speaks_of_hours(const Tokens&);

std::string clock_text(int minutes);    // 07:30

}
