# A tiny clip network as TorchScript: a 3-D convolution, GELU, mean over time and place, dropout (off when evaluated), a linear layer.
import torch, sys, json
torch.manual_seed(20261127)
class Tiny(torch.nn.Module):
    def __init__(self, logits: bool):
        super().__init__()
        self.conv = torch.nn.Conv3d(3, 6, (2, 4, 4), stride=(2, 4, 4))
        self.drop = torch.nn.Dropout(0.5)
        self.last = torch.nn.Linear(6, 2)
        self.logits = logits
    def forward(self, clips: torch.Tensor) -> torch.Tensor:
        x = torch.nn.functional.gelu(self.conv(clips.transpose(1, 2)))
        x = self.drop(x.mean(dim=[2, 3, 4]))
        return self.last(x) if self.logits else x
out = sys.argv[1]
net = Tiny(True)
i = torch.arange(2 * 4 * 3 * 16 * 16, dtype=torch.float32)
clips = (((i * 37) % 101) / 64 - 0.75).reshape(2, 4, 3, 16, 16)
module = torch.jit.script(net)            # left in training mode: whoever runs it must switch dropout off
torch.jit.save(module, out + '/tiny-script.pt')
net.eval()
with torch.no_grad():
    print('logits', net(clips).double().tolist())
    net.logits = False
    print('features', net(clips).double().tolist())
again = torch.jit.load(out + '/tiny-script.pt').eval()
print('again', again(clips).double().tolist())
torch.save(net.state_dict(), out + '/pickle.pt')
torch.save(net.state_dict(), out + '/legacy.pt', _use_new_zipfile_serialization=False)

# A module that makes a file while it is read.
class Reads(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.w = torch.nn.Parameter(torch.zeros(1))
    @torch.jit.export
    def __getstate__(self):
        return (self.w, self.training)
    @torch.jit.export
    def __setstate__(self, state: tuple[torch.Tensor, bool]):
        self.w = state[0] + torch.from_file('target/torchscript-was-here', True, 4).sum()
        self.training = state[1]
    def forward(self, clips: torch.Tensor) -> torch.Tensor:
        return clips.mean(dim=[2, 3, 4])[:, :2] + self.w
torch.jit.save(torch.jit.script(Reads()), out + '/writes-when-read.pt')
