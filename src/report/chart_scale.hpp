// From values and days to places in a drawing, with round marks on the axes. Inside report only.
//
//     ValueScale values = value_scale(panel);
//     values.share(5e9)        // 0 at the lower end of the axis, 1 at the upper
//     values.marks             // {0, 2e9, 4e9, 6e9}
//     day_marks(first, last, 6)   // {2024-01-01, "Jan 2024"}, ...
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "report/chart.hpp"

namespace figbook {

struct ValueScale {
    double least = 0;
    double most = 1;
    bool logarithmic = false;
    std::vector<double> marks;

    double share(double value) const;
};

struct DayScale {
    Date first;
    Date last;

    double share(Date day) const;
};

struct DayMark {
    Date day;
    std::string text;
};

ValueScale value_scale(const ChartPanel& panel);
DayScale day_scale(const ChartPanel& panel);

// At most about `most` marks, on the first of months or years where there is time enough.
std::vector<DayMark> day_marks(const DayScale& scale, std::size_t most);

}  // namespace figbook
