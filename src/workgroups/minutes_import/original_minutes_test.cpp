// The originals of documents 3 and 4, where they are.
#include "tests/world/taken_documents.hpp"

using namespace workgroups;
using world::kpss_slug;
using world::rps_slug;
using world::TakenDocument;

// The originals lie beside the project where its makers work; they are not part of it.
TEST(OriginalMinutes, are_taken_over_as_the_invented_ones_are) {
    auto seeds = std::filesystem::path{source_folder()} / "../shared/seeds";
    if (!std::filesystem::exists(seeds / "3-liberec-minutes.txt"))
        seeds = std::filesystem::path{source_folder()} / "../../shared/seeds";
    if (!std::filesystem::exists(seeds / "3-liberec-minutes.txt")) GTEST_SKIP() << "the originals are not here";
    TakenDocument liberec{seeds / "3-liberec-minutes.txt", rps_slug};
    EXPECT_EQ(liberec.names("present").size(), 9u);
    EXPECT_EQ(liberec.names("apologised").size(), 3u);
    EXPECT_EQ(liberec.agenda.size(), 5u);
    EXPECT_EQ(liberec.tasks.size(), 1u);
    EXPECT_EQ(std::ranges::count(liberec.meetings, "planned", &Meeting::state), 7);
    TakenDocument jilemnice{seeds / "4-jilemnice-minutes.txt", kpss_slug};
    EXPECT_EQ(jilemnice.names("apologised").size(), 7u);
    EXPECT_EQ(jilemnice.minutes.label_style, "slash");
    EXPECT_EQ(jilemnice.minutes.project_number, "CZ.03.4.74/0.0/0.0/16_033/0003005");
}
