import { nodeDisk, type Disk } from '../../electron/services/disk/disk.ts';
import { openDraftStore } from '../../electron/services/drafts/store.ts';
import { createParagraph, createStory } from '../../src/story/create.ts';
import type { Story } from '../../src/story/schema.ts';

/** Syllables of Vietnamese news, the most common first. */
const SYLLABLES =
  `của và các có trong là được cho người những với đã không một này tại về để từ đến khi năm sẽ vào ra công nhà ngày làm cũng trên nhiều sau phát đó thành quốc chính phủ tỉnh địa phương huyện xã nông dân sông nước lũ bão mưa lớn gió mạnh đê cầu đường giao thông xây dựng trường học sinh giáo viên bệnh viện bác sĩ sức khỏe kinh tế thị giá tăng giảm doanh nghiệp vốn đầu tư dự án tiến độ khởi khánh ban lãnh đạo ủy hội đồng đại biểu chủ tịch bí thư cán bộ chiến công an quân đội biên giới hải đảo biển tàu thuyền cá tôm lúa gạo trái cây vườn dừa mía chợ nổi du lịch khách di sản văn hóa lễ truyền thống nghệ thuật âm nhạc phim ảnh báo chí phóng đài hình thanh thể thao bóng đá vận động huy chương quyết hợp long vượt kế hoạch mùa khô hạn mặn ngọt thủy lợi kênh rạch ấp khu nghiệp cảng sân bay điện mặt trời năng lượng tái tạo môi rừng ngập bảo vệ cháy`.split(
    ' ',
  );

/** Numbers in [0, 1) that are the same at every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** So many words, few of them often and many seldom, as in a language. */
function words(count: number, random: () => number): string {
  const pick = (): string => SYLLABLES[Math.floor(random() ** 2 * SYLLABLES.length)] ?? '';
  return Array.from({ length: count }, pick).join(' ');
}

/** The story number `n` of a made-up newsroom: 800 words; one in a hundred has the word “sạtlở”. */
function madeUpStory(n: number): Story {
  const random = seeded(n + 1);
  const rare = n % 100 === 0 ? ' sạtlở' : '';
  const day = String(1 + (n % 28)).padStart(2, '0');
  const at = `2025-${String(1 + (n % 12)).padStart(2, '0')}-${day}T10:30:00.000+07:00`;
  return createStory({
    language: 'vi',
    headline: `${words(9, random)} ${n}`,
    section: ['Thời sự', 'Kinh tế', 'Văn hóa', 'Thể thao'][n % 4],
    byline: { text: `Phóng viên ${n % 30}`, people: [{ name: `Phóng viên ${n % 30}`, roles: ['reporter'] }] },
    createdAt: at,
    updatedAt: at,
    body: Array.from({ length: 16 }, (_, part) =>
      createParagraph([{ text: `${words(50, random)}${part === 0 ? rare : ''}.` }]),
    ),
  });
}

/** So many words of Vietnamese news; the same for the same seed. */
export const madeUpWords = (count: number, seed: number): string => words(count, seeded(seed + 1));

/** A disk that waits for nothing: for filling a folder whose power nobody cuts. */
const hasty: Disk = {
  ...nodeDisk,
  open: async (path, as) => ({ ...(await nodeDisk.open(path, as)), sync: async () => undefined }),
  syncFolder: async () => undefined,
};

/** Puts so many made-up stories into a data folder. */
export async function fill(home: string, count: number): Promise<void> {
  const drafts = openDraftStore({ home, disk: hasty });
  for (let n = 0; n < count; n += 20) {
    const some = Array.from({ length: Math.min(20, count - n) }, (_, index) => madeUpStory(n + index));
    const made = await Promise.all(some.map((story) => drafts.create(story)));
    if (made.some((one) => !one.ok)) throw new Error('a made-up story could not be kept');
  }
}
