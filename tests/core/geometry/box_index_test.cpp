#include "core/geometry/box_index.hpp"

#include <boost/test/unit_test.hpp>
#include <cstddef>
#include <vector>

using namespace sise;

BOOST_AUTO_TEST_SUITE(box_index)

BOOST_AUTO_TEST_CASE(finds_what_looking_at_all_of_them_finds) {
  std::vector<Bounds> boxes;
  for (int i = 0; i < 200; ++i) {
    const double x = (i * 37) % 101;
    const double y = (i * 53) % 97;
    boxes.push_back({x, y, x + 1.0 + i % 7, y + 1.0 + i % 11});
  }
  const BoxIndex index(boxes);
  for (int i = 0; i < 50; ++i) {
    const Bounds area{2.0 * i, i * 1.5, 2.0 * i + 5.0, i * 1.5 + 4.0};
    std::vector<std::size_t> all;
    for (std::size_t k = 0; k < boxes.size(); ++k) {
      const Bounds& b = boxes[k];
      if (b.x_min <= area.x_max && b.x_max >= area.x_min && b.y_min <= area.y_max && b.y_max >= area.y_min)
        all.push_back(k);
    }
    BOOST_TEST(index.touching(area) == all, boost::test_tools::per_element());
  }
}

BOOST_AUTO_TEST_CASE(an_empty_index_finds_nothing) { BOOST_TEST(BoxIndex().touching({0.0, 0.0, 1.0, 1.0}).empty()); }

BOOST_AUTO_TEST_SUITE_END()
